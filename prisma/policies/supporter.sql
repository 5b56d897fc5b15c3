-- A member's links are theirs alone, and so are the visits and the notes. A supporter is nobody here: by the secret in
-- a link the database hands out what that link is for, sealed where it lies sealed, for as long as the link lives. It
-- lives until it ends by the clock, or is ended; and while its member is leaving, or moderators let their account rest,
-- it is dead.

call app.close_table('supporter_links');
grant select, insert, update (expires_at, revoked_at) on supporter_links to onward_member;
grant select, update (revoked_at) on supporter_links to onward_system;
create policy "links are their member's alone" on supporter_links for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members make links of their own" on supporter_links for insert to onward_member
  with check (user_id = (select app.viewer()) and revoked_at is null
              and expires_at <= now() + interval '90 days 1 hour');
create policy "members end a link, or give it more time, while it lives" on supporter_links for update to onward_member
  using (user_id = (select app.viewer()) and revoked_at is null and expires_at > now())
  with check (user_id = (select app.viewer()) and expires_at <= now() + interval '90 days 1 hour');
create policy "a link is recognised" on supporter_links to onward_system
  using (true);
create policy "a link is read for its supporter" on supporter_links for select to onward_owner
  using (user_id = (select app.supported()));
create policy "an account with supporters is not unused" on supporter_links for select to onward_owner
  using (user_id = (select app.leaver()));

call app.close_table('supporter_goals');
grant select, insert on supporter_goals to onward_member;
create policy "which goals go is their member's alone" on supporter_goals to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "which goals go is read for a supporter" on supporter_goals for select to onward_owner
  using (user_id = (select app.supported()));

call app.close_table('supporter_setbacks');
grant select, insert on supporter_setbacks to onward_member;
create policy "what goes of setbacks is their member's alone" on supporter_setbacks to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what goes of setbacks is read for a supporter" on supporter_setbacks for select to onward_owner
  using (user_id = (select app.supported()));

call app.close_table('supporter_visits');
grant select on supporter_visits to onward_member;
grant select, insert, delete on supporter_visits to onward_system;
create policy "members read who opened their links" on supporter_visits for select to onward_member
  using (user_id = (select app.viewer()));
create policy "a visit is noted" on supporter_visits to onward_system
  using (true) with check (true);

call app.close_table('supporter_notes');
grant select, update (hidden_at), delete on supporter_notes to onward_member;
grant select, insert, update (hidden_at) on supporter_notes to onward_system;
create policy "notes are for their member alone" on supporter_notes for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members hide notes, and take them out again" on supporter_notes for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "members delete notes" on supporter_notes for delete to onward_member
  using (user_id = (select app.viewer()));
create policy "a note is left" on supporter_notes to onward_system
  using (true) with check (true);

-- The link behind a secret, while it lives.
create or replace function app.live_supporter_link(secret_hash bytea) returns table (user_id uuid, id uuid)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select l.user_id, l.id from public.supporter_links l join public.users u on u.id = l.user_id
  where l.token_hash = secret_hash and l.revoked_at is null and l.expires_at > now() and u.leaves_at is null
    and (u.suspended_until is null or u.suspended_until <= now());
end;
call app.runs_as_system('app.live_supporter_link(bytea)');
grant execute on function app.live_supporter_link(bytea) to onward_owner;

-- Everything that is in a link, and what opens it, wrapped: the app opens it in memory. Null for a secret behind which
-- there is nothing, whether it ever was or not. Companies are read only to be masked.
--
-- It belongs to the one who owns the tables, since no role that the app becomes may see another member's rows; the
-- policies for onward_owner let it reach what is this member's and no further.
create or replace function app.supporter_view(secret_hash bytea) returns jsonb
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  link record;
  found_here jsonb;
begin
  select l.user_id, l.id into link from app.live_supporter_link(secret_hash) l;
  if not found then return null; end if;
  perform set_config('app.supported', link.user_id::text, true);
  select jsonb_build_object(
    'userId', l.user_id, 'id', l.id, 'called', l.called, 'wins', l.wins, 'namesShown', l.names_shown,
    'expiresAt', to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'dataKey', u.data_key, 'isSealed', u.sealed_at is not null, 'timeZone', u.time_zone,
    'goals', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'title', g.title, 'rhythm', g.rhythm, 'times', g.times, 'unit', g.unit, 'usual', g.usual,
        'everyDays', g.every_days, 'weekdays', g.weekdays, 'finishBy', g.finish_by,
        'total', (select coalesce(sum(e.amount), 0) from public.efforts e
                  where e.user_id = g.user_id and e.goal_id = g.id),
        -- For the version before, which knows no amounts and goes on serving during an upgrade.
        'days', (select coalesce(jsonb_agg(e.day), '[]') from public.efforts e
                 where e.user_id = g.user_id and e.goal_id = g.id and e.day >= current_date - 8),
        'done', (select coalesce(jsonb_agg(jsonb_build_object('day', e.day, 'amount', e.amount)), '[]')
                 from public.efforts e
                 where e.user_id = g.user_id and e.goal_id = g.id
                   and e.day >= current_date - greatest(8, g.every_days + 1)),
        'rests', (select coalesce(jsonb_agg(jsonb_build_object('startedOn', p.started_on, 'endedOn', p.ended_on)), '[]')
                  from public.pauses p
                  where p.user_id = g.user_id and p.goal_id = g.id
                    and (p.ended_on is null or p.ended_on >= current_date - 8)),
        'former', (select coalesce(jsonb_agg(jsonb_build_object('until', f.until, 'rhythm', f.rhythm, 'times', f.times,
                     'unit', f.unit, 'usual', f.usual, 'everyDays', f.every_days, 'weekdays', f.weekdays)
                     order by f.until), '[]')
                   from public.former_rhythms f
                   where f.user_id = g.user_id and f.goal_id = g.id and f.until >= current_date - 8)
      ) order by g.id), '[]')
      from public.goals g
      where g.user_id = l.user_id and g.deleted_at is null and g.finished_at is null and g.archived_at is null
        and (l.all_goals or exists (select from public.supporter_goals s
                                    where s.user_id = l.user_id and s.link_id = l.id and s.goal_id = g.id))),
    'latestWins', (
      select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'body', w.body, 'day', w.day)), '[]')
      from (select w.id, w.body, w.day from public.wins w
            where w.user_id = l.user_id and w.deleted_at is null and l.wins
            order by w.day desc, w.id desc limit 20) w),
    'setbacks', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'shown', s.shown) order by b.day desc, b.id desc), '[]')
      from public.supporter_setbacks s
      join public.setbacks b on b.user_id = s.user_id and b.id = s.setback_id and b.deleted_at is null
      where s.user_id = l.user_id and s.link_id = l.id),
    'companies', (
      select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'company', b.company)), '[]')
      from public.setbacks b where b.user_id = l.user_id and b.company is not null and not l.names_shown))
  into found_here
  from public.supporter_links l join public.users u on u.id = l.user_id
  where l.user_id = link.user_id and l.id = link.id;
  perform set_config('app.supported', '', true);
  return found_here;
end $$;
revoke all on function app.supporter_view(bytea) from public;
grant execute on function app.supporter_view(bytea) to onward_app, onward_member;

-- Notes that a link was opened, for as long as it lives; the last thousand lines of one are enough.
create or replace function app.note_supporter_visit(secret_hash bytea, visit uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  insert into public.supporter_visits (user_id, id, link_id)
  select l.user_id, visit, l.id from app.live_supporter_link(secret_hash) l
  on conflict do nothing;
  delete from public.supporter_visits v using app.live_supporter_link(secret_hash) l
  where v.user_id = l.user_id and v.link_id = l.id and v.id in (
    select o.id from public.supporter_visits o where o.user_id = l.user_id and o.link_id = l.id
    order by o.visited_at desc, o.id desc offset 1000);
end;
call app.runs_as_system('app.note_supporter_visit(bytea, uuid)');
grant execute on function app.note_supporter_visit(bytea, uuid) to onward_app, onward_member;

-- Leaves a note, sealed by the app, and tells its member that there is one. Answers "new", "same" for what is there
-- already, "other" where another note has this id, "full" where fifty wait, and "gone" where no link lives.
create or replace function app.leave_supporter_note(secret_hash bytea, note uuid, sealed text) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  link record;
begin
  select l.user_id, l.id into link from app.live_supporter_link(secret_hash) l;
  if not found then return 'gone'; end if;
  -- One after the other, so that fifty are fifty.
  perform from public.supporter_links l where l.user_id = link.user_id and l.id = link.id for no key update;
  -- While it waited for that, its member may have ended the link.
  if not exists (select from app.live_supporter_link(secret_hash)) then return 'gone'; end if;
  if exists (select from public.supporter_notes n
             where n.user_id = link.user_id and n.id = note and n.link_id = link.id and n.words = sealed) then
    return 'same';
  end if;
  if exists (select from public.supporter_notes n where n.user_id = link.user_id and n.id = note) then
    return 'other';
  end if;
  if (select count(*) from public.supporter_notes n where n.user_id = link.user_id and n.link_id = link.id) >= 50
  then
    return 'full';
  end if;
  insert into public.supporter_notes (user_id, id, link_id, words) values (link.user_id, note, link.id, sealed);
  perform app.nudge(link.user_id, 'supporter-note', null, note);
  return 'new';
end $$;
call app.runs_as_system('app.leave_supporter_note(bytea, uuid, text)');
grant execute on function app.leave_supporter_note(bytea, uuid, text) to onward_app, onward_member;
