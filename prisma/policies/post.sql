-- What is shared in a circle is visible to those who sit in it now, and to nobody else. Everyone writes
-- as themselves, changes only their own words, and takes only their own words back. What is left of words that
-- were taken back, "took this back", goes with the last words that hold its place, whosever they are.
--
-- Whoever blocked somebody, or was blocked, sees nothing of theirs; what somebody put away they do not see either; and
-- what is held back, or was hidden by a moderator, its author alone sees.

-- Whether anybody but its author has words that stand under a post, those included that the viewer does not see: what
-- somebody else wrote goes with nobody's look at it.
create or replace function app.is_answered(circle uuid, post uuid, author uuid) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
begin
  return exists (
    select from public.replies r
    where r.circle_id = circle and r.post_id = post and r.author_id is distinct from author
      and r.taken_back_at is null);
end $$;
revoke all on function app.is_answered(uuid, uuid, uuid) from public;
grant execute on function app.is_answered(uuid, uuid, uuid) to onward_member;

call app.close_table('posts');
grant select, insert, update (body, details, taken_back_at), delete on posts to onward_member;

create policy "members read their circles' posts" on posts for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and (author_id is null or author_id <> all ((select app.hidden_from_me())::uuid[]))
         and id <> all ((select app.put_away())::uuid[])
         and (held_at is null and unseen_at is null and hidden_at is null or author_id = (select app.viewer())));
create policy "members post as themselves" on posts for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors change their own posts" on posts for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]))
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "authors take their own posts back" on posts for delete to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "an empty place goes with the last answer of others" on posts for delete to onward_member
  using (taken_back_at is not null and circle_id = any ((select app.my_circles())::uuid[])
         and not app.is_answered(circle_id, id, author_id));
create policy "a leaver's words go, and empty places that nothing holds" on posts to onward_owner
  using ((author_id = (select app.leaver()) or taken_back_at is not null)
         and circle_id = any ((select app.leavers_circles())::uuid[]));
create policy "a member's own days are counted, wherever they sat" on posts for select to onward_owner
  using (author_id = (select app.viewer()));
create policy "what somebody could read where they sat can be reported for a while" on posts for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));
create policy "whether a post is answered is told, and not what it says" on posts for select to onward_owner
  using ((select app.looks_for()) in ('answers', 'advice'));

create policy "what is looked after shows or hides" on posts to onward_owner
  using (id = (select app.handled()) or author_id = (select app.handled()));

create policy "where somebody whom the viewer does not see is answered, a place is left" on posts for select to onward_owner
  using (circle_id = any ((select app.my_circles())::uuid[])
         and author_id = any ((select app.hidden_from_me())::uuid[]));

call app.close_table('replies');
grant select, insert, update (body, edited_at, taken_back_at, held_at), delete on replies to onward_member;

create policy "members read their circles' replies" on replies for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and author_id <> all ((select app.hidden_from_me())::uuid[])
         and id <> all ((select app.put_away())::uuid[])
         and (held_at is null and hidden_at is null or author_id = (select app.viewer())));
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
create policy "what somebody could read where they sat can be reported for a while" on replies for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));
create policy "whether a post is answered is told, and not by what" on replies for select to onward_owner
  using ((select app.looks_for()) = 'answers');

create policy "what is looked after shows or hides" on replies to onward_owner
  using (id = (select app.handled()) or author_id = (select app.handled()));
create policy "whether a place is held is known, whoever holds it" on replies for select to onward_owner
  using (circle_id = any ((select app.my_circles())::uuid[]));

call app.close_table('encouragements');
grant select, insert, delete on encouragements to onward_member;

create policy "members see who encouraged in their circles" on encouragements for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and member_id <> all ((select app.hidden_from_me())::uuid[]));
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
    and not app.is_answered(place.circle_id, place.id, place.author_id);
end;
revoke all on function app.clear_empty_places(uuid[], uuid[]) from public;
grant execute on function app.clear_empty_places(uuid[], uuid[]) to onward_member;

-- Notes when somebody was last heard in a circle (app.hear): whoever posts, replies, encourages, checks in or says what
-- they will do. A circle's page asks it of each of its people, and would otherwise have to search through all that was
-- ever said. For any table of a circle with a created_at; its argument names the column that says who spoke.
create or replace function app.note_heard() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform app.hear(new.circle_id, (to_jsonb(new) ->> tg_argv[0])::uuid, new.created_at);
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

-- The places that posts of those leave with whom the viewer shares nothing: where others answered whom the viewer sees,
-- as an erased account would leave them. Nothing of the post is told but where it stood.
create or replace function app.empty_places(circle uuid, since timestamptz, until timestamptz)
  returns table (id uuid, created_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  hidden constant uuid[] := app.hidden_from_me();
begin
  if cardinality(hidden) = 0 then return; end if;
  return query
    select p.id, p.created_at from public.posts p
    where p.circle_id = circle and p.author_id = any (hidden) and p.held_at is null and p.unseen_at is null
      and (since is null or p.created_at > since) and (until is null or p.created_at <= until)
      and exists (
        select from public.replies r
        where r.circle_id = p.circle_id and r.post_id = p.id and r.author_id <> all (hidden)
          and r.taken_back_at is null and r.held_at is null and r.hidden_at is null);
end $$;
revoke all on function app.empty_places(uuid, timestamptz, timestamptz) from public;
grant execute on function app.empty_places(uuid, timestamptz, timestamptz) to onward_member;

-- Whether somebody in a circle of the viewer's was new here at a moment, as lib/limits.ts counts it.
create or replace function app.was_new_here(person uuid, at timestamptz) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select exists (
    select from public.users u join public.memberships m on m.user_id = u.id
    where u.id = person and u.created_at > at - interval '7 days' and m.circle_id = any (app.my_circles()));
end;
call app.runs_as_system('app.was_new_here(uuid, timestamptz)');
grant execute on function app.was_new_here(uuid, timestamptz) to onward_member, onward_owner;

-- Shows what was held back of somebody, in one circle or in all.
create or replace function app.show_held_words(person uuid, circle uuid default null) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.handled', person::text, true);
  update public.posts p set held_at = null
  where p.author_id = person and p.held_at is not null and (circle is null or p.circle_id = circle);
  update public.replies r set held_at = null
  where r.author_id = person and r.held_at is not null and (circle is null or r.circle_id = circle);
  perform set_config('app.handled', '', true);
end $$;
revoke all on function app.show_held_words(uuid, uuid) from public;
grant execute on function app.show_held_words(uuid, uuid) to onward_system;

-- Whose words are held back somewhere. For the worker, which lets those be seen whose first week is over.
create or replace function app.held_people() returns uuid[]
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  people uuid[];
begin
  perform set_config('app.looks_for', 'answers', true);
  people := array(select p.author_id from public.posts p where p.held_at is not null
                  union select r.author_id from public.replies r where r.held_at is not null);
  perform set_config('app.looks_for', '', true);
  return people;
end $$;
revoke all on function app.held_people() from public;
grant execute on function app.held_people() to onward_system;

-- Shows what was held back of somebody new, as soon as they are answered: by somebody who is not new here, or by a second
-- one who is, since in a circle that has only begun all are. It counts what stands under a post of theirs, or after
-- words of theirs under one of others'. Only what could be seen was answered: what is held itself, or hidden, lets
-- nothing appear. lib/posts/hold-back.ts asks the same of what is about to be said.
create or replace function app.let_appear() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  person uuid;
  people uuid[];
  is_new constant boolean := app.was_new_here(new.author_id, new.created_at);
begin
  perform set_config('app.handled', new.post_id::text, true);
  people := array(
    select p.author_id from public.posts p
    where p.circle_id = new.circle_id and p.id = new.post_id and p.author_id is distinct from new.author_id
      and p.held_at is null and p.unseen_at is null and p.hidden_at is null
    union
    select r.author_id from public.replies r
    where r.circle_id = new.circle_id and r.post_id = new.post_id and r.author_id <> new.author_id
      and r.taken_back_at is null and r.held_at is null and r.hidden_at is null and r.created_at <= new.created_at);
  foreach person in array people loop
    continue when person is null;
    perform set_config('app.handled', person::text, true);
    continue when is_new and not exists (
      select from public.replies r
      where r.circle_id = new.circle_id and r.author_id <> all (array[person, new.author_id])
        and r.taken_back_at is null and r.held_at is null and r.hidden_at is null
        and (exists (select from public.posts p
                     where p.circle_id = r.circle_id and p.id = r.post_id and p.author_id = person
                       and p.held_at is null and p.unseen_at is null and p.hidden_at is null)
             or exists (select from public.replies mine
                        where mine.circle_id = r.circle_id and mine.post_id = r.post_id and mine.author_id = person
                          and mine.taken_back_at is null and mine.held_at is null and mine.hidden_at is null
                          and mine.created_at <= r.created_at)));
    perform app.show_held_words(person, new.circle_id);
  end loop;
  perform set_config('app.handled', '', true);
  return null;
end $$;
revoke all on function app.let_appear() from public;

create or replace trigger let_appear after insert on replies
  for each row when (new.held_at is null) execute function app.let_appear();

-- Notes when others begin to see a post that its author alone saw: only from then on can it wait for anybody.
create or replace function app.note_shown() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  new.shown_at := now();
  return new;
end $$;
revoke all on function app.note_shown() from public;
create or replace trigger note_shown before update of held_at, unseen_at, hidden_at on posts
  for each row when (coalesce(old.held_at, old.unseen_at, old.hidden_at) is not null
                     and coalesce(new.held_at, new.unseen_at, new.hidden_at) is null)
  execute function app.note_shown();

-- Hides words for everybody but their author, or with no moment shows them again. For what moderators decide.
create or replace function app.hide_words(circle uuid, thing uuid, at timestamptz) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.handled', thing::text, true);
  update public.posts p set hidden_at = at, unseen_at = null where p.circle_id = circle and p.id = thing;
  update public.replies r set hidden_at = at where r.circle_id = circle and r.id = thing;
  perform set_config('app.handled', '', true);
end $$;
revoke all on function app.hide_words(uuid, uuid, timestamptz) from public;
grant execute on function app.hide_words(uuid, uuid, timestamptz) to onward_system;

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
