-- What somebody says of their week is for those who sit in the circle now, and changed by nobody else. Two who share
-- nothing do not read each other's.

call app.close_table('check_ins');
grant select, insert, update (word, line, need, changed_at) on check_ins to onward_member;
grant select (circle_id, author_id, week), update (hidden_at) on check_ins to onward_system;

create policy "members read their circles' check-ins" on check_ins for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and author_id <> all ((select app.hidden_from_me())::uuid[])
         and (hidden_at is null or author_id = (select app.viewer())));
create policy "members check in as themselves" on check_ins for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors change their own check-in" on check_ins for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "what somebody could read where they sat can be reported for a while" on check_ins for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));
create policy "the system hides what moderators decided about, and reads no words" on check_ins to onward_system
  using (true) with check (true);
