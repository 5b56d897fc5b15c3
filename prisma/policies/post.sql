-- What is shared in a circle is visible to those who sit in it now, and to nobody else. Everyone writes
-- as themselves, changes only their own words, and takes only their own words back.

call app.close_table('posts');
grant select, insert, update (body, details, taken_back_at), delete on posts to onward_member;

create policy "members read their circles' posts" on posts for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "members post as themselves" on posts for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors change their own posts" on posts for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors take their own posts back" on posts for delete to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "a leaver's words go" on posts to onward_owner
  using ((author_id = (select app.leaver()) or author_id is null)
         and circle_id = any ((select app.leavers_circles())::uuid[]));

call app.close_table('replies');
grant select, insert, update (body, edited_at, taken_back_at), delete on replies to onward_member;

create policy "members read their circles' replies" on replies for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "members reply as themselves" on replies for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors change their own replies" on replies for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors take their own replies back" on replies for delete to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "a leaver's answers go, and others' answers keep their place" on replies to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));

call app.close_table('encouragements');
grant select, insert, delete on encouragements to onward_member;

create policy "members see who encouraged in their circles" on encouragements for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "members encourage as themselves" on encouragements for insert to onward_member
  with check (member_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "members take their own encouragement back" on encouragements for delete to onward_member
  using (member_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "what was a leaver's is not encouraged any more" on encouragements to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));
