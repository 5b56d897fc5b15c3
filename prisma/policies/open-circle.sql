-- A circle that lists itself is found by members outside, whose address is confirmed: who it is for, what it agreed
-- on, its language, its hours, and how many seats are free. Nobody learns who sits there, or its name. Where somebody
-- sits with whom the viewer shares nothing it is not there for them, and neither is one that asked them to leave, nor one
-- in which fewer than two are active.
--
-- The circle that was opened last comes first: to list it again brings it no further up. A page of them goes on after
-- the last one of the page before.

drop function if exists app.open_circles(uuid);
drop function if exists app.open_circles_after(uuid, uuid, integer);
create function app.open_circles_after(one uuid, after uuid, most integer) returns table
  (id uuid, words text, agreements text, language text, time_zone text, meeting_day smallint, meeting_time text,
   second_meeting_day smallint, second_meeting_time text, pace public.pace, free integer, listed_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog
  -- Planned for what is asked: a plan for everything that could be asked counts the people of all circles first.
  set plan_cache_mode = force_custom_plan
as $$
declare
  me constant uuid := app.viewer();
  hidden constant uuid[] := app.hidden_from_me();
begin
  if not exists (select from public.users u where u.id = me and u.verified_at is not null) then return; end if;
  return query
    select c.id, coalesce(c.listed_words, c.purpose), c.agreements, c.language, c.time_zone, c.meeting_day,
           c.meeting_time, c.second_meeting_day, c.second_meeting_time, c.pace, c.takes_up_to - there.seated, c.listed_at
    from public.circles c cross join lateral (
      select count(*) filter (where m.left_at is null)::integer as seated,
             count(*) filter (where m.left_at is null and m.paused_at is null) as active,
             coalesce(bool_or(m.left_at is null and m.user_id = any (hidden)
                              or m.user_id = me and (m.left_at is null or m.removed_at is not null)), false) as closed
      from public.memberships m where m.circle_id = c.id) there
    where c.listed_at is not null and (one is null or c.id = one) and (after is null or c.id < after)
      and there.active >= 2 and there.seated < c.takes_up_to and not there.closed
    order by c.id desc limit most;
end $$;
call app.runs_as_system('app.open_circles_after(uuid, uuid, integer)');
grant execute on function app.open_circles_after(uuid, uuid, integer) to onward_member;

-- The same for the version before.
create function app.open_circles(one uuid) returns table
  (id uuid, words text, agreements text, language text, time_zone text, meeting_day smallint, meeting_time text,
   pace public.pace, free integer, listed_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select o.id, o.words, o.agreements, o.language, o.time_zone, o.meeting_day, o.meeting_time, o.pace, o.free, o.listed_at
  from app.open_circles_after(one, null, 60) o;
end;
call app.runs_as_system('app.open_circles(uuid)');
grant execute on function app.open_circles(uuid) to onward_member;
