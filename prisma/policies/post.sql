-- What is shared in a circle is visible to those who sit in it now, and to nobody else. Everyone writes
-- as themselves, changes only their own words, and takes only their own words back. What is left of words that
-- were taken back, "took this back", goes with the last words that hold its place, whosever they are.

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
create policy "an empty place goes with the last answer of others" on posts for delete to onward_member
  using (taken_back_at is not null and circle_id = any ((select app.my_circles())::uuid[])
         and not exists (
           select from replies r
           where r.circle_id = posts.circle_id and r.post_id = posts.id
             and r.author_id is distinct from posts.author_id and r.taken_back_at is null));
create policy "a leaver's words go, and empty places that nothing holds" on posts to onward_owner
  using ((author_id = (select app.leaver()) or taken_back_at is not null)
         and circle_id = any ((select app.leavers_circles())::uuid[]));
create policy "a member's own days are counted, wherever they sat" on posts for select to onward_owner
  using (author_id = (select app.viewer()));
create policy "what was said in a circle that joined another is read for a while" on posts for select to onward_owner
  using (circle_id = any ((select app.my_joined_circles())::uuid[]));
create policy "whether a post is answered is told, and not what it says" on posts for select to onward_owner
  using ((select app.looks_for()) in ('answers', 'advice'));

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
create policy "an empty place among answers may go" on replies for delete to onward_member
  using (taken_back_at is not null and circle_id = any ((select app.my_circles())::uuid[]));
create policy "a leaver's answers go, and others' answers keep their place" on replies to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));
create policy "a member's own days are counted, wherever they sat" on replies for select to onward_owner
  using (author_id = (select app.viewer()));
create policy "what was said in a circle that joined another is read for a while" on replies for select to onward_owner
  using (circle_id = any ((select app.my_joined_circles())::uuid[]));
create policy "whether a post is answered is told, and not by what" on replies for select to onward_owner
  using ((select app.looks_for()) = 'answers');

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

-- Takes away the empty places that nothing holds any more: a reply's, after which nobody else has words, and a
-- post's, under which nobody else has any. The rules say why (lib/posts/rules.ts, lib/replies/rules.ts). It sees
-- and takes no more than whoever calls it may.
create or replace function app.clear_empty_places(circles uuid[], posts uuid[]) returns void
  language sql volatile
  set search_path = pg_catalog
begin atomic
  delete from public.replies place
  where place.circle_id = any (circles) and place.post_id = any (posts) and place.taken_back_at is not null
    and not exists (
      select from public.replies answer
      where answer.circle_id = place.circle_id and answer.post_id = place.post_id
        and answer.author_id <> place.author_id and answer.created_at >= place.created_at
        and answer.taken_back_at is null);
  delete from public.posts place
  where place.circle_id = any (circles) and place.id = any (posts) and place.taken_back_at is not null
    and not exists (
      select from public.replies answer
      where answer.circle_id = place.circle_id and answer.post_id = place.id
        and answer.author_id is distinct from place.author_id and answer.taken_back_at is null);
end;
revoke all on function app.clear_empty_places(uuid[], uuid[]) from public;
grant execute on function app.clear_empty_places(uuid[], uuid[]) to onward_member;

-- Notes when somebody was last heard in a circle, give or take an hour: whoever posts, replies, encourages, checks in
-- or says what they will do. A circle's page asks it of each of its people, and would otherwise have to search through
-- all that was ever said. Whoever is heard has answered how they are. For any table of a circle with a created_at; its
-- argument names the column that says who spoke.
create or replace function app.note_heard() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.memberships m set heard_at = new.created_at, asked_at = null
  where m.circle_id = new.circle_id and m.user_id = (to_jsonb(new) ->> tg_argv[0])::uuid
    and m.heard_at < new.created_at - interval '1 hour';
  if found then
    update public.nudges n set done_at = new.created_at
    where n.user_id = (to_jsonb(new) ->> tg_argv[0])::uuid and n.kind = 'quiet' and n.circle_id = new.circle_id
      and n.done_at is null;
  end if;
  return null;
end $$;
call app.runs_as_system('app.note_heard()');

create or replace trigger note_heard after insert on posts
  for each row execute function app.note_heard('author_id');
create or replace trigger note_heard after insert on replies
  for each row execute function app.note_heard('author_id');
create or replace trigger note_heard after insert on encouragements
  for each row execute function app.note_heard('member_id');
create or replace trigger note_heard after insert on check_ins
  for each row execute function app.note_heard('author_id');
create or replace trigger note_heard after insert on commitments
  for each row execute function app.note_heard('author_id');

-- The moments, since one of them, at which the viewer said something that stands: in whatever circle, so that a day
-- on which they showed up stays one when they leave. It tells nothing of what was said there, and of nobody else.
-- Like what erases (user.sql), it belongs to the one who owns the tables: no role that the app becomes may see this.
create or replace function app.when_i_spoke(since timestamptz) returns setof timestamptz
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  circles constant uuid[] := array(select m.circle_id from public.memberships m where m.user_id = me);
begin
  return query
    select p.created_at from public.posts p
    where p.circle_id = any (circles) and p.author_id = me and p.created_at >= since and p.taken_back_at is null
    union all
    select r.created_at from public.replies r
    where r.circle_id = any (circles) and r.author_id = me and r.created_at >= since and r.taken_back_at is null;
end $$;
revoke all on function app.when_i_spoke(timestamptz) from public;
grant execute on function app.when_i_spoke(timestamptz) to onward_member;
