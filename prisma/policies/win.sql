-- Wins are their member's alone until they put one in a circle, which makes a post of it.

call app.close_table('wins');
grant select, insert, update, delete on wins to onward_member;
create policy "wins are their member's alone" on wins to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on wins to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "wins are gathered for a supporter" on wins for select to onward_owner
  using (user_id = (select app.supported()));
create policy "an account with wins is not unused" on wins for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "wins are counted for their member" on wins for select to onward_owner
  using ((select app.looks_for()) = 'reminders');
