-- A member sees their own account and nobody else's; circles know each other by alias alone. The hash
-- of the password is for signing in and is shown to no member, not even their own.

call app.close_table('users');
grant select (id, email, name, verified_at, adult_said_at, time_zone, theme, text_size, font, created_at,
              leaves_at, nudge_mails_at),
      update (name, time_zone, theme, text_size, font, nudge_mails_at) on users to onward_member;
grant select, insert, update on users to onward_system;

create policy "a member sees their own account" on users for select to onward_member
  using (id = (select app.viewer()));
create policy "a member changes their own settings" on users for update to onward_member
  using (id = (select app.viewer())) with check (id = (select app.viewer()));
create policy "signing in sees accounts" on users to onward_system
  using (true) with check (true);
create policy "whose link a supporter opened" on users for select to onward_owner
  using (id = (select app.supported()));
create policy "whoever asked to leave is erased" on users to onward_owner
  using (id = (select app.leaver()));

-- Keeps what seals the viewer's words, wrapped, and answers with what is kept: the one that was there first.
create or replace function app.keep_data_key(wrapped text) returns text
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.users set data_key = coalesce(data_key, wrapped) where id = app.viewer() returning data_key;
end;
call app.runs_as_system('app.keep_data_key(text)');
grant execute on function app.keep_data_key(text) to onward_member;

-- Whether the viewer has a password at all. What it is, or its hash, no member is shown.
create or replace function app.has_password() returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select exists (select from public.users where id = app.viewer() and password_hash is not null);
end;
call app.runs_as_system('app.has_password()');
grant execute on function app.has_password() to onward_member;

-- Whether another moderator still has to look at something that was decided about them.
create or replace function app.appeal_waits(leaver uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select exists (select from public.appeals a where a.user_id = leaver and a.decided_at is null);
end;
call app.runs_as_system('app.appeal_waits(uuid)');
grant execute on function app.appeal_waits(uuid) to onward_owner;

-- Erases a member whose time to change their mind is over, with everything of theirs, in circles too, and
-- answers whether it did. Most goes with the account, by the foreign keys; this is what does not:
--
-- * A circle in which nobody else sits goes with them. In the others their seat is freed as if they had left.
-- * A post under which others have words of their own becomes an empty place: no author, no words. An empty place
--   of others' that only the leaver's words held goes.
-- * Whoever came by an invitation of theirs stays, by none. An invitation that they came by goes on counting
--   them, so that a used link does not come alive again.
--
-- It belongs to the one who owns the tables, since no role that the app becomes may see all of this; the
-- policies for onward_owner let it reach what is the leaver's and no further.
create or replace function app.erase_member(leaver uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  circle uuid;
  answered uuid[];
  nameless constant uuid := gen_random_uuid();
begin
  perform set_config('app.leaver', leaver::text, true);
  -- The circles first, then the member, as everybody takes them.
  perform from public.circles c where c.id = any (app.leavers_circles()) order by c.id for no key update;
  -- Whose account moderators closed has an answer to their appeal first, unless they asked to leave themselves.
  perform from public.users u where u.id = leaver and u.leaves_at <= now()
    and (u.closed_at is null or u.own_leaves_at <= now() or not app.appeal_waits(leaver)) for update;
  if not found then
    perform set_config('app.leaver', '', true);
    return false;
  end if;

  delete from public.circles c
  where c.id = any (app.leavers_circles()) and not exists (
    select from public.memberships m
    where m.circle_id = c.id and m.user_id <> leaver and m.left_at is null);
  foreach circle in array app.leavers_circles() loop
    perform app.free_seat(circle, leaver);
  end loop;
  update public.circles c set opened_by_id = null where c.opened_by_id = leaver;
  update public.meetings t set opened_by_id = null where t.opened_by_id = leaver;

  -- Held, so that whoever is just answering is counted.
  perform from public.posts p where p.author_id = leaver for update;
  update public.posts p
  set author_id = null, kind = 'ask', need = null, body = '', details = '{}',
      taken_back_at = coalesce(p.taken_back_at, now())
  where p.author_id = leaver and exists (
    select from public.replies r
    where r.circle_id = p.circle_id and r.post_id = p.id and r.author_id <> leaver and r.taken_back_at is null);
  answered := array(select distinct r.post_id from public.replies r where r.author_id = leaver);
  delete from public.replies r where r.author_id = leaver;
  perform app.clear_empty_places(app.leavers_circles(), answered);
  delete from public.encouragements e using public.posts p
  where p.circle_id = e.circle_id and p.id = e.post_id and p.author_id is null;

  update public.memberships m set invitation_id = null from public.invitations i
  where i.circle_id = m.circle_id and i.id = m.invitation_id and i.made_by_id = leaver;
  update public.invitations i
  set uses = greatest(i.uses - 1, 1), revoked_at = case when i.uses = 1 then now() end
  from public.arrivals a
  where a.circle_id = i.circle_id and a.invitation_id = i.id and a.user_id = leaver
    and i.revoked_at is null and i.expires_at > now();

  -- What was kept with reports names them no more, and what they said to moderators goes with them.
  update public.reports r set words = null where r.reporter_id = leaver;
  -- Each seat that was reported stays one of its own: who met them in two circles may have reported both.
  update public.reports r set thing_id = md5(nameless::text || r.thing_id)::uuid
  where r.about = 'alias' and r.reported_id = leaver;

  delete from public.users u where u.id = leaver;
  perform set_config('app.leaver', '', true);
  return true;
end $$;
revoke all on function app.erase_member(uuid) from public;
grant execute on function app.erase_member(uuid) to onward_system;

-- Erases an account whose address nobody confirmed, which nobody used for thirty days, and in which nothing was
-- ever written, and answers whether it did. Whoever wrote anything, or ever sat in a circle, keeps all of it,
-- however long they stay away.
create or replace function app.erase_unused(unused uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  long_ago constant timestamptz := now() - interval '30 days';
begin
  perform set_config('app.leaver', unused::text, true);
  -- Held, so that nothing is begun in it meanwhile.
  perform from public.users u
  where u.id = unused and u.verified_at is null and u.leaves_at is null and u.created_at < long_ago for update;
  if not found
    or exists (select from public.sessions s where s.user_id = unused and s.seen_at > long_ago)
    or exists (select from public.setbacks s where s.user_id = unused)
    or exists (select from public.goals g where g.user_id = unused)
    or exists (select from public.wins w where w.user_id = unused)
    or exists (select from public.drafts d where d.user_id = unused)
    or exists (select from public.practice_questions q where q.user_id = unused)
    or exists (select from public.jar_entries j where j.user_id = unused)
    or exists (select from public.feedback_requests f where f.user_id = unused)
    or exists (select from public.feedback_templates t where t.user_id = unused)
    or exists (select from public.experiments e where e.user_id = unused)
    or exists (select from public.if_then_plans p where p.user_id = unused)
    or exists (select from public.learning_plans l where l.user_id = unused)
    or exists (select from public.planned_steps p where p.user_id = unused)
    or exists (select from public.wishes w where w.user_id = unused)
    or exists (select from public.supporter_links s where s.user_id = unused)
    or exists (select from public.waits w where w.user_id = unused)
    or cardinality(app.leavers_circles()) > 0
  then
    perform set_config('app.leaver', '', true);
    return false;
  end if;

  -- A moment ago: the column rounds to milliseconds, and erasing asks for what is past.
  update public.users u set leaves_at = now() - interval '1 second' where u.id = unused;
  return app.erase_member(unused);
end $$;
revoke all on function app.erase_unused(uuid) from public;
grant execute on function app.erase_unused(uuid) to onward_system;
