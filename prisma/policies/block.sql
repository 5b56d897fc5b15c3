-- Whoever made a block sees it; the other never does. What it hides, it hides from both (app.hidden_from_me).

call app.close_table('blocks');
grant select, insert, delete on blocks to onward_member;
grant select on blocks to onward_system;

create policy "members see whom they blocked" on blocks for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members block as themselves" on blocks for insert to onward_member
  with check (user_id = (select app.viewer()));
create policy "members take their own blocks back" on blocks for delete to onward_member
  using (user_id = (select app.viewer()));
create policy "the system keeps those apart who blocked each other" on blocks for select to onward_system
  using (true);
