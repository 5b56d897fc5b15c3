-- The address of a calendar is its member's alone to make, to see and to stop. Whoever asks for it, signed in or not,
-- gets moments and days, and nothing that anybody wrote. One that was stopped opens nothing; its row stays, so that it is
-- never made again.

call app.close_table('calendar_feeds');
-- The version before takes the row away when an address is stopped.
grant select, insert, update (address_id, secret_hash, made_at, stopped_at), delete on calendar_feeds to onward_member;
grant select on calendar_feeds to onward_system;

create policy "a calendar's address is its member's alone" on calendar_feeds to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "a calendar's address is recognised" on calendar_feeds for select to onward_system
  using (true);

-- Whose calendar a secret opens: nobody's who is about to leave, or is suspended.
create or replace function app.calendar_owner(hash bytea) returns uuid
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select f.user_id from public.calendar_feeds f join public.users u on u.id = f.user_id
  where f.secret_hash = hash and f.stopped_at is null and u.leaves_at is null and (u.suspended_until is null or u.suspended_until <= now());
end;
call app.runs_as_system('app.calendar_owner(bytea)');

-- What stands in the calendar behind a secret: the circles in which its owner has a seat that does not wait for them,
-- with when they meet, one row for each meeting of a week, and their own open commitments there, those included that came
-- along by a merge. Always one row, without either, where the secret is right.
create or replace function app.calendar(hash bytea)
  returns table (kind text, id uuid, time_zone text, meeting_day smallint, meeting_time text, week date, by_day date)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select 'calendar', null::uuid, null::text, null::smallint, null::text, null::date, null::date
  where app.calendar_owner(hash) is not null
  union all
  select 'meeting', c.id, c.time_zone, c.meeting_day, c.meeting_time, null, null
  from public.memberships m join public.circles c on c.id = m.circle_id
  where m.user_id = app.calendar_owner(hash) and m.left_at is null and m.paused_at is null
  union all
  select 'meeting', c.id, c.time_zone, c.second_meeting_day, c.second_meeting_time, null, null
  from public.memberships m join public.circles c on c.id = m.circle_id
  where m.user_id = app.calendar_owner(hash) and m.left_at is null and m.paused_at is null
    and c.second_meeting_day is not null
  union all
  select 'commitment', p.id, null, c.meeting_day, null, p.week, p.by_day
  from public.memberships m
  join public.circles c on c.id = m.circle_id
  join public.commitments p on p.circle_id = m.circle_id and p.author_id = m.user_id
  where m.user_id = app.calendar_owner(hash)
    -- They came along where the circle joined another one in which its owner sits.
    and (m.left_at is null
         or exists (select from public.merges j
                    join public.memberships s on s.circle_id = j.circle_id and s.user_id = m.user_id and s.left_at is null
                    where j.joining_id = m.circle_id and j.merged_at = m.left_at and m.removed_at is null
                      and j.merged_at > now() - interval '30 days'))
    and p.outcome is null and p.week >= current_date - 21;
end;
call app.runs_as_system('app.calendar(bytea)');
grant execute on function app.calendar(bytea) to onward_app;
