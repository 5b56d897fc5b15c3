-- What a member sets out to learn is theirs alone.

call app.close_table('learning_plans');
grant select, insert, update, delete on learning_plans to onward_member;
create policy "learning plans are their member's alone" on learning_plans to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on learning_plans to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with learning plans is not unused" on learning_plans for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "finish lines that have come are looked up for their member" on learning_plans for select to onward_owner
  using ((select app.looks_for()) = 'reminders');
