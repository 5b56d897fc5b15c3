-- What a member wishes for, and what stands in the way, is theirs alone.

call app.close_table('wishes');
grant select, insert, update, delete on wishes to onward_member;
create policy "wishes are their member's alone" on wishes to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on wishes to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with wishes is not unused" on wishes for select to onward_owner
  using (user_id = (select app.leaver()));
