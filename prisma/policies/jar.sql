-- The evidence jar is its member's alone, and cannot be shared at all.

call app.close_table('jar_entries');
grant select, insert, update, delete on jar_entries to onward_member;
create policy "entries of the jar are their member's alone" on jar_entries to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on jar_entries to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with entries of the jar is not unused" on jar_entries for select to onward_owner
  using (user_id = (select app.leaver()));
