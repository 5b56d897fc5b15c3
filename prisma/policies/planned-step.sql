-- What a member plans for their week is theirs alone. The system sees that there is something and when, for their
-- calendar, and no words.

call app.close_table('planned_steps');
grant select, insert, update, delete on planned_steps to onward_member;
grant select (user_id, id, day, time, minutes, done_at, deleted_at) on planned_steps to onward_system;

create policy "planned steps are their member's alone" on planned_steps to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "the system knows when something is planned" on planned_steps for select to onward_system
  using (true);
create policy "what was deleted long ago is cleared away" on planned_steps to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with planned steps is not unused" on planned_steps for select to onward_owner
  using (user_id = (select app.leaver()));

-- The open steps in the calendar behind a secret, from a week ago until twelve weeks ahead, as its meetings are, and in
-- which time zone their member lives: nothing where the secret is wrong. Whoever planned more than anybody can do gets
-- the nearest thousand.
create or replace function app.calendar_steps(hash bytea)
  returns table (id uuid, time_zone text, day date, "time" text, minutes smallint)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select s.id, u.time_zone, s.day, s.time, s.minutes
  from public.planned_steps s join public.users u on u.id = s.user_id
  where s.user_id = app.calendar_owner(hash) and s.deleted_at is null and s.done_at is null
    and s.day between current_date - 7 and current_date + 84
  order by s.day, s.id limit 1000;
end;
call app.runs_as_system('app.calendar_steps(bytea)');
grant execute on function app.calendar_steps(bytea) to onward_app;
