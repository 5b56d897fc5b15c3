-- What was thought about a setback, and how it felt, is its member's alone. Nobody in a circle sees it; what they are
-- shown of it is a post, a copy.

call app.close_table('reframes');
grant select, insert, update, delete on reframes to onward_member;
create policy "reframes are their member's alone" on reframes to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on reframes to onward_owner
  using (deleted_at < now() - interval '30 days');

call app.close_table('reframe_feelings');
grant select, insert, update, delete on reframe_feelings to onward_member;
create policy "feelings of a reframe are their member's alone" on reframe_feelings to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
