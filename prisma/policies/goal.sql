-- Goals, the effort logged on them, their pauses and what they asked for before are their member's alone.

call app.close_table('goals');
grant select, insert, update, delete on goals to onward_member;
create policy "goals are their member's alone" on goals to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on goals to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "goals are gathered for a supporter" on goals for select to onward_owner
  using (user_id = (select app.supported()));
create policy "an account with goals is not unused" on goals for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "effort on a goal is counted for its member" on goals for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

call app.close_table('efforts');
grant select, insert, update, delete on efforts to onward_member;
create policy "efforts are their member's alone" on efforts to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "efforts are gathered for a supporter" on efforts for select to onward_owner
  using (user_id = (select app.supported()));
create policy "efforts are counted for their member" on efforts for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

call app.close_table('pauses');
grant select, insert, update, delete on pauses to onward_member;
create policy "pauses are their member's alone" on pauses to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "pauses are gathered for a supporter" on pauses for select to onward_owner
  using (user_id = (select app.supported()));

-- What was is not changed any more.
call app.close_table('former_rhythms');
grant select, insert on former_rhythms to onward_member;
create policy "former rhythms are their member's alone" on former_rhythms to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "former rhythms are gathered for a supporter" on former_rhythms for select to onward_owner
  using (user_id = (select app.supported()));
