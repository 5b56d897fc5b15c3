-- Guided writing and exercises are their member's alone, and cannot be shared at all.

call app.close_table('writing_sessions');
grant select, insert, update, delete on writing_sessions to onward_member;
create policy "writing sessions are their member's alone" on writing_sessions to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

call app.close_table('exercises');
grant select, insert, update, delete on exercises to onward_member;
create policy "exercises are their member's alone" on exercises to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
