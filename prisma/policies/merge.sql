-- Two small circles are offered to become one. Nobody sees the other circle's people or words before; each sees how
-- many they are and how the other is described. Who said yes nobody is told, and a no is written down nowhere.
-- Members reach all of this through the functions below alone.

call app.close_table('merges');
grant select, insert, update (ended_at, merged_at) on merges to onward_system;
create policy "the worker offers merges" on merges to onward_system
  using (true) with check (true);

call app.close_table('merge_consents');
grant select, insert, delete on merge_consents to onward_system;
create policy "a yes is kept for as long as it counts" on merge_consents to onward_system
  using (true) with check (true);

-- Where a circle lives on: in itself, or in the one that it joined with everybody in it.
create or replace function app.lives_on_in(circle uuid) returns uuid
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  with recursive way (id, step) as (
    select circle, 0
    union all
    select m.circle_id, w.step + 1 from way w join public.merges m on m.joining_id = w.id
    where m.merged_at is not null and w.step < 20)
  select id from way order by step desc limit 1;
end;
call app.runs_as_system('app.lives_on_in(uuid)');

-- Somebody was asked to leave a circle, and is so wherever it lives on: nothing finds them a way back to the same people
-- there. Their name is kept like that of anybody who sat there, so that it never means somebody else. Where they sit
-- they are to be taken out before. Only other functions may call it.
create or replace function app.keep_out(circle uuid, person uuid, called text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  insert into public.memberships (circle_id, user_id, alias, joined_at, left_at, removed_at)
  values (circle, person, app.free_alias(circle, person, called), now(), now(), now())
  on conflict (circle_id, user_id) do update
    set removed_at = coalesce(memberships.removed_at, excluded.removed_at);
end $$;
call app.runs_as_system('app.keep_out(uuid, uuid, text)');

-- What is offered to a circle of the viewer's, if anything is: the other circle as it is described, how many sit
-- there, whether it is the one that stays, and whether the viewer said yes. Nothing of who it is.
drop function if exists app.offered_merge(uuid);
create function app.offered_merge(circle uuid)
  returns table (id uuid, created_at timestamptz, others_stay boolean, others integer, purpose text, language text,
                 time_zone text, meeting_day smallint, meeting_time text, second_meeting_day smallint,
                 second_meeting_time text, said_yes boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select m.id, m.created_at, m.circle_id = o.id,
         (select count(*)::integer from public.memberships s where s.circle_id = o.id and s.left_at is null),
         o.purpose, o.language, o.time_zone, o.meeting_day, o.meeting_time, o.second_meeting_day, o.second_meeting_time,
         exists (select from public.merge_consents c
                 where c.circle_id = m.circle_id and c.merge_id = m.id and c.user_id = app.viewer())
  from public.merges m
  join public.circles o on o.id = case circle when m.circle_id then m.joining_id else m.circle_id end
  where circle in (m.circle_id, m.joining_id) and m.ended_at is null and m.merged_at is null
    and exists (select from public.memberships s
                where s.circle_id = circle and s.user_id = app.viewer() and s.left_at is null)
  order by m.created_at desc limit 1;
end;
call app.runs_as_system('app.offered_merge(uuid)');
grant execute on function app.offered_merge(uuid) to onward_member;

-- A name in a circle that nobody there has or had: itself, or itself with the first number that is free.
create or replace function app.free_alias(circle uuid, person uuid, called text) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  free text := called;
  number integer := 1;
begin
  while exists (select from public.memberships m
                where m.circle_id = circle and m.user_id <> person and lower(m.alias) = lower(free)) loop
    number := number + 1;
    free := left(called, 36) || ' ' || number;
  end loop;
  return free;
end $$;
call app.runs_as_system('app.free_alias(uuid, uuid, text)');

-- Goes on with an offer as far as it can, and answers with one word: merged, waiting (for somebody's yes), over. It is
-- over when time has passed, or when it cannot be any more: nobody is left on a side, together they are more than
-- eight, somebody sits in both or sits in one and was asked to leave the other, or somebody does not want to meet
-- somebody. Why it is over is not said. Whoever was asked to leave the one that comes is so in the one that stays.
-- Only other functions and the worker may call it.
create or replace function app.go_on_with_merge(merge uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  offer public.merges;
  person public.memberships;
  ask public.seat_asks;
  came uuid[] := '{}';
begin
  select * into offer from public.merges m where m.id = merge;
  if not found then return 'over'; end if;
  perform app.hold_offers(offer.joining_id);
  perform from public.circles c where c.id in (offer.circle_id, offer.joining_id) order by c.id for no key update;
  select * into offer from public.merges m where m.circle_id = offer.circle_id and m.id = merge for no key update;
  if not found or offer.ended_at is not null then return 'over'; end if;
  if offer.merged_at is not null then return 'merged'; end if;

  if offer.created_at <= now() - interval '7 days'
    or not exists (select from public.memberships s
                   where s.circle_id = offer.circle_id and s.left_at is null and s.paused_at is null)
    or not exists (select from public.memberships s
                   where s.circle_id = offer.joining_id and s.left_at is null and s.paused_at is null)
    or (select count(*) from public.memberships s
        where s.circle_id in (offer.circle_id, offer.joining_id) and s.left_at is null) > 8
    or exists (select from public.memberships s
               join public.memberships o on o.circle_id = offer.circle_id and o.user_id = s.user_id
               where s.circle_id = offer.joining_id and s.left_at is null
                 and (o.left_at is null or o.removed_at is not null))
    or exists (select from public.memberships s
               join public.memberships o on o.circle_id = offer.joining_id and o.user_id = s.user_id
               where s.circle_id = offer.circle_id and s.left_at is null and o.removed_at is not null)
    or exists (select from unnest(app.people_of(offer.joining_id)) as s (id)
               where app.kept_apart(s.id, app.people_of(offer.circle_id)))
  then
    perform app.end_merge(offer.circle_id, merge);
    return 'over';
  end if;

  if exists (select from public.memberships s
             where s.circle_id in (offer.circle_id, offer.joining_id) and s.left_at is null and s.paused_at is null
               and not exists (select from public.merge_consents c
                               where c.circle_id = offer.circle_id and c.merge_id = merge and c.user_id = s.user_id))
  then return 'waiting'; end if;

  for person in
    select * from public.memberships s where s.circle_id = offer.joining_id and s.left_at is null order by s.seat
  loop
    came := came || person.user_id;
    perform app.take_seat(offer.circle_id, person.user_id,
                          app.free_alias(offer.circle_id, person.user_id, person.alias), null);
    -- A break goes on where they come to.
    update public.memberships s
    set heard_at = person.heard_at, paused_at = person.paused_at, pause_line = person.pause_line,
        end_said_at = person.end_said_at
    where s.circle_id = offer.circle_id and s.user_id = person.user_id;
  end loop;
  for person in
    select * from public.memberships s where s.circle_id = offer.joining_id and s.removed_at is not null
  loop
    perform app.keep_out(offer.circle_id, person.user_id, person.alias);
  end loop;
  update public.memberships s
  set left_at = now(), seat = null, role = 'member', paused_at = null, pause_line = null, asked_at = null,
      end_said_at = null
  where s.circle_id = offer.joining_id and s.left_at is null;
  update public.invitations i set revoked_at = now()
  where i.circle_id = offer.joining_id and i.revoked_at is null;
  -- Nobody comes to it, or comes back to it, by any way.
  update public.circles c set listed_at = null, matched_at = null where c.id = offer.joining_id;
  perform app.end_offers(offer.joining_id);
  for ask in select * from public.seat_asks a where a.circle_id = offer.joining_id and a.answered_at is null loop
    perform app.end_ask(ask.circle_id, ask.id, null);
    perform app.nudge(ask.user_id, 'seat-answered', null, ask.id);
  end loop;
  delete from public.landings l where l.circle_id = offer.joining_id;
  update public.merges m set merged_at = now() where m.circle_id = offer.circle_id and m.id = merge;
  delete from public.merge_consents c where c.circle_id = offer.circle_id and c.merge_id = merge;
  update public.nudges n set done_at = now()
  where n.done_at is null and (n.circle_id = offer.joining_id
                               or n.circle_id = offer.circle_id and n.kind in ('merge-offered', 'few'));
  perform app.keep_held(offer.circle_id);
  perform app.nudge(s.user_id, 'merged', offer.circle_id, merge)
  from public.memberships s
  where s.circle_id = offer.circle_id and s.left_at is null and s.user_id <> all (came);
  perform app.nudge(c.id, 'joined', null, offer.joining_id) from unnest(came) as c (id);
  return 'merged';
end $$;
call app.runs_as_system('app.go_on_with_merge(uuid)');

-- Ends an offer: what was said to it is forgotten. Only other functions may call it.
create or replace function app.end_merge(circle uuid, merge uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.merges m set ended_at = now()
  where m.circle_id = circle and m.id = merge and m.ended_at is null and m.merged_at is null;
  delete from public.merge_consents c where c.circle_id = circle and c.merge_id = merge;
  update public.nudges n set done_at = now()
  where n.kind = 'merge-offered' and n.about_id = merge and n.done_at is null;
end $$;
call app.runs_as_system('app.end_merge(uuid, uuid)');

-- What the viewer says to an offer to one of their circles. Answers like app.go_on_with_merge; "gone" where nothing is
-- or was offered to them, "away" to whoever takes a break and is not asked.
create or replace function app.answer_merge(circle uuid, merge uuid, likes boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  offer public.merges;
  mine public.memberships;
begin
  select * into offer from public.merges m where m.id = merge and circle in (m.circle_id, m.joining_id);
  if not found then return 'gone'; end if;
  perform app.hold_offers(offer.joining_id);
  perform from public.circles c where c.id in (offer.circle_id, offer.joining_id) order by c.id for no key update;
  select * into offer from public.merges m where m.circle_id = offer.circle_id and m.id = merge;
  select * into mine from public.memberships m where m.circle_id = circle and m.user_id = app.viewer();
  -- Whose yes made it happen a moment ago sits there no more, and is told the same.
  if mine.user_id is null or mine.left_at is not null and mine.left_at is distinct from offer.merged_at then
    return 'gone';
  end if;
  if offer.merged_at is not null then return 'merged'; end if;
  if offer.ended_at is not null then return 'over'; end if;
  if mine.paused_at is not null then return 'away'; end if;
  if not likes then
    perform app.end_merge(offer.circle_id, merge);
    return 'over';
  end if;
  insert into public.merge_consents (circle_id, merge_id, user_id) values (offer.circle_id, merge, app.viewer())
  on conflict do nothing;
  update public.nudges n set done_at = now()
  where n.user_id = app.viewer() and n.kind = 'merge-offered' and n.about_id = merge and n.done_at is null;
  return app.go_on_with_merge(merge);
end $$;
call app.runs_as_system('app.answer_merge(uuid, uuid, boolean)');
grant execute on function app.answer_merge(uuid, uuid, boolean) to onward_member;

-- Where a circle of the viewer's went that joined another one, as whom they are there, and until when what was said
-- can be read.
create or replace function app.joined_into(circle uuid)
  returns table (id uuid, name text, called text, was text, was_called text, merged_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, c.name, s.alias, o.name, was.alias, m.merged_at
  from public.merges m
  join public.circles c on c.id = app.lives_on_in(m.joining_id)
  join public.circles o on o.id = m.joining_id
  join public.memberships was on was.circle_id = m.joining_id and was.user_id = app.viewer()
  join public.memberships s on s.circle_id = c.id and s.user_id = app.viewer() and s.left_at is null
  where m.joining_id = circle and m.merged_at is not null and circle = any (app.my_joined_circles());
end;
call app.runs_as_system('app.joined_into(uuid)');
grant execute on function app.joined_into(uuid) to onward_member;

-- The circles of the viewer's in which what was said can still be read, and where each of them lives on.
create or replace function app.circles_that_joined()
  returns table (id uuid, name text, into_id uuid, merged_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select o.id, o.name, app.lives_on_in(o.id), m.merged_at
  from unnest(app.my_joined_circles()) mine (id)
  join public.merges m on m.joining_id = mine.id
  join public.circles o on o.id = mine.id
  where m.merged_at is not null
  order by m.merged_at desc, o.id;
end;
call app.runs_as_system('app.circles_that_joined()');
grant execute on function app.circles_that_joined() to onward_member;

-- What was said in a circle of the viewer's that joined another one, newest first, twenty at a time; `before` is the
-- last of those above. It is for reading alone. Like app.when_i_spoke it belongs to the one who owns the tables, since
-- it reads posts; the policies for onward_owner let it reach those circles and no further.
create or replace function app.what_was_said(circle uuid, before uuid default null)
  returns table (id uuid, alias text, body text, details text[], created_at timestamptz, taken_back boolean,
                 replies jsonb)
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  hidden constant uuid[] := app.hidden_from_me();
  away constant uuid[] := app.put_away();
begin
  if circle <> all (app.my_joined_circles()) then return; end if;
  -- What is kept back there is what the policies of posts and replies keep back (post.sql).
  return query
    select p.id, a.alias, p.body, coalesce(p.details, '{}'), p.created_at::timestamptz, p.taken_back_at is not null,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'alias', w.alias, 'body', r.body)
                                      order by r.created_at, r.id)
                     from public.replies r
                     join public.memberships w on w.circle_id = r.circle_id and w.user_id = r.author_id
                     where r.circle_id = p.circle_id and r.post_id = p.id and r.taken_back_at is null
                       and r.author_id <> all (hidden) and r.id <> all (away)
                       and (r.held_at is null and r.hidden_at is null or r.author_id = app.viewer())), '[]')
    from public.posts p
    left join public.memberships a on a.circle_id = p.circle_id and a.user_id = p.author_id
    where p.circle_id = circle and (before is null or p.id < before)
      and (p.author_id is null or p.author_id <> all (hidden)) and p.id <> all (away)
      and (p.held_at is null and p.unseen_at is null and p.hidden_at is null or p.author_id = app.viewer())
    order by p.id desc limit 20;
end $$;
revoke all on function app.what_was_said(uuid, uuid) from public;
grant execute on function app.what_was_said(uuid, uuid) to onward_member;
