-- A nudge is for its member alone. Nobody nudges by hand: the worker does, or what somebody did has it done. It is put
-- away by its member, or by itself: as soon as what it is about is done, or gone, or not theirs any more.

call app.close_table('nudges');
grant select, update (done_at) on nudges to onward_member;
grant select, insert, update (mailed_at, done_at), delete on nudges to onward_system;

create policy "nudges are their member's alone" on nudges for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members put their nudges away" on nudges for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "the system nudges" on nudges to onward_system
  using (true) with check (true);
create policy "what waits about posts of people who part is put away" on nudges to onward_owner
  using ((select app.looks_for()) = 'answers');
create policy "what was put away is not due again" on nudges for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

-- Tells somebody that something waits for them, once, and answers whether it was new. For the worker, and for
-- functions that run as the system.
create or replace function app.nudge(person uuid, called text, circle uuid, about uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  insert into public.nudges (user_id, kind, circle_id, about_id) values (person, called, circle, about)
  on conflict do nothing;
  return found;
end $$;
call app.runs_as_system('app.nudge(uuid, text, uuid, uuid)');

-- Puts away what waits for anybody about something that is done, or gone. For functions that run as the system.
create or replace function app.end_nudges(about uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.nudges set done_at = now() where about_id = about and done_at is null;
end;
call app.runs_as_system('app.end_nudges(uuid)');
grant execute on function app.end_nudges(uuid) to onward_owner;

-- Words from anybody but its author, and a post waits for nobody any more.
create or replace function app.note_answer() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  author uuid;
begin
  perform set_config('app.looks_for', 'answers', true);
  select p.author_id into author from public.posts p where p.circle_id = new.circle_id and p.id = new.post_id;
  perform set_config('app.looks_for', '', true);
  if new.author_id is distinct from author then perform app.end_nudges(new.post_id); end if;
  return null;
end $$;
revoke all on function app.note_answer() from public;
create or replace trigger note_answer after insert on replies
  for each row when (new.held_at is null) execute function app.note_answer();
create or replace trigger note_answer_shown after update of held_at on replies
  for each row when (old.held_at is not null and new.held_at is null) execute function app.note_answer();

-- Nor does one that is gone, or taken back.
create or replace function app.note_gone() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform app.end_nudges(old.id);
  return null;
end $$;
call app.runs_as_system('app.note_gone()');
create or replace trigger note_gone after delete on posts
  for each row execute function app.note_gone();
create or replace trigger note_taken_back after update of taken_back_at on posts
  for each row when (old.taken_back_at is null and new.taken_back_at is not null) execute function app.note_gone();

-- Whoever leaves a circle has nothing waiting there, and whoever pauses no posts.
create or replace function app.note_away() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.nudges n set done_at = now()
  where n.user_id = new.user_id and n.circle_id = new.circle_id and n.done_at is null
    and (new.left_at is not null or n.kind like 'post-%');
  return null;
end $$;
call app.runs_as_system('app.note_away()');
create or replace trigger note_away after update of left_at, paused_at on memberships
  for each row when (old.left_at is null and new.left_at is not null or old.paused_at is null and new.paused_at is not null)
  execute function app.note_away();

-- Whoever wants to meet somebody no more is not asked about their posts, nor the other way round.
create or replace function app.note_parted() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.looks_for', 'answers', true);
  update public.nudges n set done_at = now() from public.posts p
  where n.user_id in (new.user_id, new.blocked_id) and n.done_at is null
    and p.circle_id = n.circle_id and p.id = n.about_id and p.author_id in (new.user_id, new.blocked_id);
  perform set_config('app.looks_for', '', true);
  return null;
end $$;
revoke all on function app.note_parted() from public;
create or replace trigger note_parted after insert on blocks
  for each row execute function app.note_parted();

-- Posts that others see since between two moments and that nobody but their author has answered in words, the longest
-- waiting first; after a post, where one is named. One that its author alone sees waits for nobody, and such an answer is
-- none, nor is one by somebody who is kept apart from its author, who does not see it; one that was held back waits since
-- it was shown. It tells which they are, whose, and since when, and nothing of
-- what they say. Each is held until the transaction ends, and one that somebody is just answering or taking back is left
-- out.
create or replace function app.hold_unanswered(since timestamptz, until timestamptz, beyond uuid, most int)
  returns table (circle_id uuid, post_id uuid, author_id uuid, said_at timestamptz)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  one record;
  last_moment timestamptz;
begin
  perform set_config('app.looks_for', 'answers', true);
  select coalesce(p.shown_at, p.created_at) into last_moment from public.posts p
  where p.id = beyond and (p.created_at between since and until or p.shown_at between since and until);
  for one in
    select p.circle_id, p.id, p.author_id, p.seen_at
    from (
      select o.*, o.created_at as seen_at from public.posts o
      where o.shown_at is null and o.created_at between coalesce(last_moment, since) and until
      union all
      select o.*, o.shown_at from public.posts o
      where o.shown_at between coalesce(last_moment, since) and until
    ) p
    where (last_moment is null or (p.seen_at, p.id) > (last_moment, beyond))
      and p.taken_back_at is null and p.author_id is not null
      and p.held_at is null and p.unseen_at is null and p.hidden_at is null
      and not exists (
        select from public.replies r
        where r.circle_id = p.circle_id and r.post_id = p.id and r.author_id <> p.author_id and r.taken_back_at is null
          and r.held_at is null and r.hidden_at is null
          and not exists (
            select from public.blocks b
            where (b.user_id, b.blocked_id) in ((p.author_id, r.author_id), (r.author_id, p.author_id))))
    order by p.seen_at, p.id limit most
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended(one.id::text, 0));
    -- Once more, now that nobody can answer it in between.
    if exists (select from public.posts p
               where p.circle_id = one.circle_id and p.id = one.id and p.taken_back_at is null
                 and p.hidden_at is null)
      and not exists (
        select from public.replies r
        where r.circle_id = one.circle_id and r.post_id = one.id
          and r.author_id <> one.author_id and r.taken_back_at is null
          and r.held_at is null and r.hidden_at is null
          and not exists (
            select from public.blocks b
            where (b.user_id, b.blocked_id) in ((one.author_id, r.author_id), (r.author_id, one.author_id))))
    then
      circle_id := one.circle_id; post_id := one.id; author_id := one.author_id; said_at := one.seen_at;
      return next;
    end if;
  end loop;
  perform set_config('app.looks_for', '', true);
end $$;
revoke all on function app.hold_unanswered(timestamptz, timestamptz, uuid, int) from public;
grant execute on function app.hold_unanswered(timestamptz, timestamptz, uuid, int) to onward_system;
