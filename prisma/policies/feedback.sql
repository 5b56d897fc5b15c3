-- Whom a member asked, and what they were told, is the member's alone.

call app.close_table('feedback_requests');
grant select, insert, update, delete on feedback_requests to onward_member;
create policy "feedback requests are their member's alone" on feedback_requests to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on feedback_requests to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with feedback requests is not unused" on feedback_requests for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "letters that are due are looked up for their member" on feedback_requests for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

call app.close_table('feedback_templates');
grant select, insert, update, delete on feedback_templates to onward_member;
create policy "feedback templates are their member's alone" on feedback_templates to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on feedback_templates to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "an account with feedback templates is not unused" on feedback_templates for select to onward_owner
  using (user_id = (select app.leaver()));
