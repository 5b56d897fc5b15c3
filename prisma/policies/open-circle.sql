-- A circle that lists itself is found by members outside, whose address is confirmed: who it is for, what it agreed
-- on, its language, its hours, and how many seats are free. Nobody learns who sits there, or its name. Where somebody
-- sits from whom the viewer is kept apart, whoever of them said so, it is not there for them, and neither is one that
-- asked them to leave.

create or replace function app.open_circles(one uuid) returns table
  (id uuid, words text, agreements text, language text, time_zone text, meeting_day smallint, meeting_time text,
   pace public.pace, free integer, listed_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, coalesce(c.listed_words, c.purpose), c.agreements, c.language, c.time_zone, c.meeting_day,
         c.meeting_time, c.pace, c.takes_up_to - cardinality(app.people_of(c.id)), c.listed_at
  from public.circles c
  where c.listed_at is not null and (one is null or c.id = one)
    and cardinality(app.people_of(c.id)) between 1 and c.takes_up_to - 1
    and exists (select from public.users u where u.id = app.viewer() and u.verified_at is not null)
    and not exists (select from public.memberships m
                    where m.circle_id = c.id and m.user_id = app.viewer()
                      and (m.left_at is null or m.removed_at is not null))
    and not app.kept_apart(app.viewer(), app.people_of(c.id))
  order by c.listed_at desc, c.id limit 60;
end;
call app.runs_as_system('app.open_circles(uuid)');
grant execute on function app.open_circles(uuid) to onward_member;
