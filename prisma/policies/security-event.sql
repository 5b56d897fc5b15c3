-- What happened to an account's safety: its member reads it, and nobody changes or takes out a line. It
-- goes with the account.

call app.close_table('security_events');
grant select, insert on security_events to onward_member;
grant insert on security_events to onward_system;
create policy "a member sees what happened to their account" on security_events for select to onward_member
  using (user_id = (select app.viewer()));
create policy "what a member does is noted as theirs" on security_events for insert to onward_member
  with check (user_id = (select app.viewer()));
create policy "the system notes what happened" on security_events for insert to onward_system
  with check (true);

-- Notes, for somebody whom the viewer has just asked to leave a circle that they hold, that it happened. What
-- happens to others a member cannot note otherwise.
create or replace function app.note_asked_to_leave(circle uuid, person uuid, event uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  insert into public.security_events (user_id, id, kind)
  select m.user_id, event, 'asked to leave' from public.memberships m
  where m.circle_id = circle and m.user_id = person and m.removed_at is not null
    and circle = any (app.my_facilitated_circles());
end;
call app.runs_as_system('app.note_asked_to_leave(uuid, uuid, uuid)');
grant execute on function app.note_asked_to_leave(uuid, uuid, uuid) to onward_member;
