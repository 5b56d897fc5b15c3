-- Why a setback happened is its member's alone.

call app.close_table('reasons');
grant select, insert, update, delete on reasons to onward_member;
create policy "reasons are their member's alone" on reasons to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on reasons to onward_owner
  using (deleted_at < now() - interval '30 days');
