-- A nudge is for its member alone. Nobody nudges by hand: the worker does, or what somebody did has it done.

call app.close_table('nudges');
grant select, update (done_at) on nudges to onward_member;
grant select, insert, update (mailed_at, done_at) on nudges to onward_system;

create policy "nudges are their member's alone" on nudges for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members put their nudges away" on nudges for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "the system nudges" on nudges to onward_system
  using (true) with check (true);

-- Tells somebody that something waits for them, once, and answers whether it was new. For the worker, and for
-- functions that run as the system.
create or replace function app.nudge(person uuid, called text, circle uuid, about uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  insert into public.nudges (user_id, kind, circle_id, about_id) values (person, called, circle, about)
  on conflict do nothing;
  return found;
end $$;
call app.runs_as_system('app.nudge(uuid, text, uuid, uuid)');
