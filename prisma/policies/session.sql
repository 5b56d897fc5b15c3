-- A member sees where they are signed in and may end it. Links sent by e-mail are for signing in alone.

call app.close_table('sessions');
grant select, update (revoked_at) on sessions to onward_member;
grant select, insert, update, delete on sessions to onward_system;

create policy "a member sees their own sessions" on sessions for select to onward_member
  using (user_id = (select app.viewer()));
create policy "a member ends their own sessions" on sessions for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()) and revoked_at is not null);
create policy "signing in sees sessions" on sessions to onward_system
  using (true) with check (true);
create policy "an account with a session is not unused" on sessions for select to onward_owner
  using (user_id = (select app.leaver()));

call app.close_table('mailed_links');
grant select, insert, update, delete on mailed_links to onward_system;

create policy "signing in sees mailed links" on mailed_links to onward_system
  using (true) with check (true);

-- Who holds this session, if it is alive: not ended, not older than it may become, and not left alone for
-- fourteen days; and with it what unseals their words. The id is a secret that only the sealed cookie carries. That it was used is noted at most
-- once an hour, and where nothing can be written just now, it is not: reading goes on.
drop function if exists app.find_session(uuid);
create function app.find_session(session uuid)
  returns table (id uuid, session_id uuid, email text, name text, verified_at timestamptz, time_zone text,
                 data_key text, sealed_at timestamptz, created_at timestamptz, suspended_until timestamptz)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  seen timestamptz;
begin
  select u.id, s.id, u.email, u.name, u.verified_at, u.time_zone, u.data_key, u.sealed_at,
    u.created_at, u.suspended_until, s.seen_at
  into id, session_id, email, name, verified_at, time_zone, data_key, sealed_at, created_at, suspended_until, seen
  from public.sessions s join public.users u on u.id = s.user_id
  where s.id = session and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - interval '14 days';
  if not found then return; end if;
  return next;
  if seen > now() - interval '1 hour' or current_setting('transaction_read_only')::boolean then return; end if;

  begin
    -- Whoever is just ending it, or noting the same, is not waited for.
    perform from public.sessions s where s.id = session for no key update skip locked;
    if found then update public.sessions s set seen_at = now() where s.id = session; end if;
  exception
    when disk_full or read_only_sql_transaction then null;
  end;
end $$;
call app.runs_as_system('app.find_session(uuid)');
grant execute on function app.find_session(uuid) to onward_app;

-- Whether a mailed link still works, for whoever holds it: its secret is what the hash is of. It tells
-- nothing of the account but whether the address that the link proves is confirmed, here or for another account.
create or replace function app.find_mailed_link(secret_hash bytea, wanted text)
  returns table (used_at timestamptz, expires_at timestamptz, confirmed boolean, taken boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select l.used_at, l.expires_at, u.verified_at is not null and u.email = coalesce(l.email, u.email),
    exists (select from public.users o
            where o.email = coalesce(l.email, u.email) and o.verified_at is not null and o.id <> u.id)
  from public.mailed_links l join public.users u on u.id = l.user_id
  where l.token_hash = secret_hash and l.purpose::text = wanted;
end;
call app.runs_as_system('app.find_mailed_link(bytea, text)');
grant execute on function app.find_mailed_link(bytea, text) to onward_app, onward_member;

-- The address that the viewer asked for and whose link was not followed yet, and how long that works.
create or replace function app.my_waiting_address() returns table (email text, expires_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select l.email, l.expires_at from public.mailed_links l
  where l.user_id = app.viewer() and l.purpose::text = 'change_email' and l.used_at is null and l.expires_at > now()
  order by l.created_at desc limit 1;
end;
call app.runs_as_system('app.my_waiting_address()');
grant execute on function app.my_waiting_address() to onward_member;

-- Whether a mailed link is of the viewer's own account: then it was they who asked for it. One that confirms an
-- address which nobody has confirmed is as good for each account that claims it: it proves whose the mailbox is.
create or replace function app.is_own_link(secret_hash bytea, wanted text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select exists (
    select from public.mailed_links l
    join public.users u on u.id = l.user_id
    join public.users me on me.id = app.viewer()
    where l.token_hash = secret_hash and l.purpose::text = wanted
      and (u.id = me.id
           or wanted = 'verify' and u.email = me.email and u.verified_at is null and me.verified_at is null));
end;
call app.runs_as_system('app.is_own_link(bytea, text)');
grant execute on function app.is_own_link(bytea, text) to onward_member;
