-- A commitment is for those who sit in its author's circle now, and its author's alone to change, to mark and to take
-- back. Two who share nothing do not read each other's. The system sees that there is one and for when, for its
-- author's calendar, and no words. Where a circle joined another one, its authors' own come along with them, for them
-- alone: they say how it went, for as long as what was said there can be read.

call app.close_table('commitments');
grant select, insert, update (words, by_day, outcome, outcome_at, reason), delete on commitments to onward_member;
grant select (circle_id, id, author_id, week, by_day, outcome), update (hidden_at) on commitments to onward_system;

-- What came along stands in the same policy: of two of them Postgres would read every week by the one and by the other,
-- where one index knows the newest.
create policy "members read their circles' commitments, and what came along" on commitments for select to onward_member
  using (circle_id = any ((select app.my_circles() || app.my_joined_circles())::uuid[])
         and author_id <> all ((select app.hidden_from_me())::uuid[])
         and (author_id = (select app.viewer())
              or hidden_at is null and circle_id = any ((select app.my_circles())::uuid[])));
create policy "members commit as themselves" on commitments for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors change their own commitments" on commitments for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors take their own commitments back" on commitments for delete to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "whoever came along says how it went" on commitments for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_joined_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_joined_circles())::uuid[]));
create policy "what somebody could read where they sat can be reported for a while" on commitments for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));
create policy "the system knows for when something was said" on commitments for select to onward_system
  using (true);
create policy "the system hides what moderators decided about" on commitments for update to onward_system
  using (true) with check (true);
