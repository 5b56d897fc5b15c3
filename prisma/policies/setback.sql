-- A setback, what it felt like and the note of where it was shared are their member's alone. Nothing here
-- is visible to a circle, to a facilitator or to signing in: what a circle sees is a post, a copy.

call app.close_table('setbacks');
grant select, insert, update, delete on setbacks to onward_member;
create policy "setbacks are their member's alone" on setbacks to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on setbacks to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "setbacks are gathered for a supporter" on setbacks for select to onward_owner
  using (user_id = (select app.supported()));
create policy "an account with setbacks is not unused" on setbacks for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "who came through a kind may be asked, and nobody learns of it" on setbacks for select to onward_owner
  using ((select app.looks_for()) = 'advice');
create policy "on the day of one nothing is asked of its member" on setbacks for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

call app.close_table('feelings');
grant select, insert, update, delete on feelings to onward_member;
create policy "feelings are their member's alone" on feelings to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

call app.close_table('shares');
grant select, insert, update, delete on shares to onward_member;
create policy "what was shared where is its member's alone" on shares to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
