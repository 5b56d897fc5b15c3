-- Nothing is visible until the app has said who is looking.
--
-- The app connects as onward_app, which owns nothing and may read nothing. Each transaction becomes
-- onward_member (somebody is looking; the policies below decide what they see) or onward_system
-- (signing in; it sees accounts and who belongs where, and no member's writing). Forgetting to say
-- who is looking is "permission denied".
--
-- One role sees every row and changes none: onward_backup, which nobody signs in as and the app cannot become.
-- Whoever owns the database becomes it to copy what has to be kept.

create schema if not exists app;
revoke all on schema public, app from public;
grant usage on schema public, app to onward_member, onward_system;
grant usage on schema public to onward_backup;
grant usage on schema app to onward_app;

-- Who is looking: empty for nobody.
create or replace function app.viewer() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.viewer', true), '')::uuid;
revoke all on function app.viewer() from public;
grant execute on function app.viewer() to onward_member, onward_system;

-- Lets a function see what onward_system sees, whoever calls it, and takes it from everybody but
-- those it is granted to afterwards.
create or replace procedure app.runs_as_system(routine regprocedure)
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  grant create on schema app to onward_system;
  execute format('alter function %s owner to onward_system', routine);
  revoke create on schema app from onward_system;
  execute format('revoke all on function %s from public', routine);
end $$;
revoke all on procedure app.runs_as_system(regprocedure) from public;

-- What a page looks at is told once. Each table that row-level security guards asks anew where the viewer sits and with
-- whom they share nothing; in a transaction that only reads (lib/viewer.ts says so by app.reads) the first answer is
-- kept until it ends. It says whose it is, so that it is nobody else's. Where something is written nothing is kept.
create or replace function app.told(what text) returns uuid[]
  language sql stable
  set search_path = pg_catalog
  return case when nullif(current_setting('app.reads', true), '') = current_setting('app.viewer', true)
                and left(current_setting(what, true), 36) = current_setting('app.viewer', true)
              then substr(current_setting(what, true), 37)::uuid[] end;
create or replace function app.keep_told(what text, told uuid[]) returns uuid[]
  language plpgsql stable
  set search_path = pg_catalog
as $$
begin
  if nullif(current_setting('app.reads', true), '') = current_setting('app.viewer', true)
  then perform set_config(what, current_setting('app.viewer', true) || told::text, true); end if;
  return told;
end $$;
revoke all on function app.told(text), app.keep_told(text, uuid[]) from public;
grant execute on function app.told(text), app.keep_told(text, uuid[]) to onward_system;

-- Whether moderators let the viewer's account rest: until then they sit in no circle, hold none and look at no case.
create or replace function app.viewer_rests() returns boolean
  language sql stable
  set search_path = pg_catalog
begin atomic
  select exists (select from public.users u where u.id = app.viewer() and u.suspended_until > now());
end;
revoke all on function app.viewer_rests() from public;
grant execute on function app.viewer_rests() to onward_system;

-- The circles in which the viewer sits now: none while moderators let their account rest. What is theirs alone stays
-- theirs meanwhile, to be exported or deleted.
create or replace function app.my_circles() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(app.told('app.circles'), app.keep_told('app.circles', (
    select coalesce(array_agg(circle_id), '{}') from public.memberships
    where user_id = app.viewer() and left_at is null
      and not app.viewer_rests())));
end;
call app.runs_as_system('app.my_circles()');
grant execute on function app.my_circles() to onward_member;

-- The circles that the viewer holds, as facilitator or co-facilitator.
create or replace function app.my_facilitated_circles() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(array_agg(circle_id), '{}') from public.memberships
  where user_id = app.viewer() and left_at is null and role <> 'member'
    and not app.viewer_rests();
end;
call app.runs_as_system('app.my_facilitated_circles()');
grant execute on function app.my_facilitated_circles() to onward_member;

-- Who is being erased, while app.erase_member (user.sql) does it; empty at any other time.
create or replace function app.leaver() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.leaver', true), '')::uuid;
revoke all on function app.leaver() from public;
grant execute on function app.leaver() to onward_system;

-- What a function of the owner's looks for in everybody's rows, while it does: whether posts are answered (nudge.sql),
-- or who came through a kind of setback (advice-offer.sql). Empty at any other time. To nobody but the owner does it
-- open anything, and the app never becomes the owner.
create or replace function app.looks_for() returns text
  language sql stable parallel safe
  set search_path = pg_catalog
  return current_setting('app.looks_for', true);
revoke all on function app.looks_for() from public;

-- Whose link a supporter has opened, while app.supporter_view (supporter.sql) gathers what is in it; empty at any other
-- time.
create or replace function app.supported() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.supported', true), '')::uuid;
revoke all on function app.supported() from public;
grant execute on function app.supported() to onward_owner;

-- The circles in which they ever sat.
create or replace function app.leavers_circles() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(array_agg(circle_id), '{}') from public.memberships where user_id = app.leaver();
end;
call app.runs_as_system('app.leavers_circles()');
grant execute on function app.leavers_circles() to onward_owner;

-- The circles whose facilitator the viewer is.
create or replace function app.circles_i_hold() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(array_agg(circle_id), '{}') from public.memberships
  where user_id = app.viewer() and left_at is null and role = 'facilitator'
    and not app.viewer_rests();
end;
call app.runs_as_system('app.circles_i_hold()');
grant execute on function app.circles_i_hold() to onward_member;

-- Those with whom the viewer shares nothing, whoever of the two said so.
create or replace function app.hidden_from_me() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(app.told('app.hidden'), app.keep_told('app.hidden', (
    select coalesce(array_agg(case user_id when app.viewer() then blocked_id else user_id end), '{}')
    from public.blocks where user_id = app.viewer() or blocked_id = app.viewer())));
end;
call app.runs_as_system('app.hidden_from_me()');
grant execute on function app.hidden_from_me() to onward_member, onward_owner;

-- The circles of the viewer that joined another one with everybody in them, for as long as what was said there can
-- still be read: thirty days, and only by those who still sit where it lives on. Nothing new is said there, so only
-- app.what_was_said (merge.sql) looks there, and what its members said they would do, each at their own.
create or replace function app.my_joined_circles() returns uuid[]
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
begin
  return coalesce(app.told('app.joined'), app.keep_told('app.joined', array(
    select j.joining_id from public.merges j
    join public.memberships m on m.circle_id = j.joining_id and m.user_id = app.viewer() and m.left_at = j.merged_at
    where j.merged_at > now() - interval '30 days' and m.removed_at is null
      and app.lives_on_in(j.joining_id) = any (app.my_circles()))));
end $$;
call app.runs_as_system('app.my_joined_circles()');
grant execute on function app.my_joined_circles() to onward_member, onward_owner;

-- The circles in which the viewer sat until not longer than thirty days ago, those that joined another one included:
-- what they could read there they can still report (report.sql says what of it they are told).
create or replace function app.my_left_circles() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(array_agg(m.circle_id), '{}') from public.memberships m
  where m.user_id = app.viewer() and m.left_at > greatest(now() - interval '30 days', m.joined_at)
    and not app.viewer_rests();
end;
call app.runs_as_system('app.my_left_circles()');
grant execute on function app.my_left_circles() to onward_member, onward_owner;

-- What the viewer reported and does not want to see.
create or replace function app.put_away() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(app.told('app.away'), app.keep_told('app.away', (
    select coalesce(array_agg(thing_id), '{}') from public.reports
    where reporter_id = app.viewer() and put_away_at is not null)));
end;
call app.runs_as_system('app.put_away()');
grant execute on function app.put_away() to onward_member, onward_owner;

-- What a function of the owner is just looking after: a post or a reply, or whose they are. Empty at any other time.
create or replace function app.handled() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.handled', true), '')::uuid;
revoke all on function app.handled() from public;

-- Closes a table: nobody sees a row, its owner included, until a policy says so. Only a backup reads it.
create or replace procedure app.close_table(name regclass)
  language plpgsql
  set search_path = pg_catalog
as $$
declare
  existing record;
begin
  execute format('revoke all on %s from public, onward_app, onward_member, onward_system', name);
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  for existing in select polname from pg_policy where polrelid = name loop
    execute format('drop policy %I on %s', existing.polname, name);
  end loop;
  execute format('grant select on %s to onward_backup', name);
  execute format('create policy "a backup reads everything" on %s for select to onward_backup using (true)', name);
end $$;
revoke all on procedure app.close_table(regclass) from public;

-- Prisma's own list of applied migrations concerns nobody but the one who migrates.
do $$
begin
  if to_regclass('public._prisma_migrations') is not null then
    call app.close_table('public._prisma_migrations');
    create policy "the owner keeps the list of migrations" on public._prisma_migrations to onward_owner
      using (true) with check (true);
  end if;
end $$;
