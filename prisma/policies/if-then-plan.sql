-- If-then plans, and when they were called up, are their member's alone.

call app.close_table('if_then_plans');
grant select, insert, update, delete on if_then_plans to onward_member;
create policy "if-then plans are their member's alone" on if_then_plans to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on if_then_plans to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with if-then plans is not unused" on if_then_plans for select to onward_owner
  using (user_id = (select app.leaver()));

call app.close_table('plan_firings');
grant select, insert, update, delete on plan_firings to onward_member;
create policy "firings of a plan are their member's alone" on plan_firings to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
