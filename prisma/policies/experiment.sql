-- What a member tries, and what came of it, is theirs alone.

call app.close_table('experiments');
grant select, insert, update, delete on experiments to onward_member;
create policy "experiments are their member's alone" on experiments to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on experiments to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with experiments is not unused" on experiments for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "experiments that are due are looked up for their member" on experiments for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

call app.close_table('experiment_cases');
grant select, insert, update, delete on experiment_cases to onward_member;
create policy "cases of an experiment are their member's alone" on experiment_cases to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
