-- What an interview was like, and what to practise, is its member's alone.

call app.close_table('debriefs');
grant select, insert, update, delete on debriefs to onward_member;
create policy "debriefs are their member's alone" on debriefs to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

call app.close_table('practice_questions');
grant select, insert, update, delete on practice_questions to onward_member;
create policy "questions to practise are their member's alone" on practice_questions to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on practice_questions to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with questions to practise is not unused" on practice_questions for select to onward_owner
  using (user_id = (select app.leaver()));
