-- Who holds a circle, and who keeps its time, goes round by a schedule that everybody there sees (lib/roles/rules.ts).
-- Only the facilitator says how often. Whoever has a turn may offer it, and somebody takes it by themselves: nobody is
-- given one by anybody else. The worker hands the roles on when it is time.

call app.close_table('rotations');
grant select, insert, update (every, starts_on, seat, turned_on) on rotations to onward_member;
grant select, insert, update on rotations to onward_system;

create policy "members see how their circle's roles go round" on rotations for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "the facilitator says how roles go round" on rotations for insert to onward_member
  with check (circle_id = any ((select app.circles_i_hold())::uuid[]));
create policy "the facilitator changes how roles go round" on rotations for update to onward_member
  using (circle_id = any ((select app.circles_i_hold())::uuid[]))
  with check (circle_id = any ((select app.circles_i_hold())::uuid[]));
create policy "the system hands roles on" on rotations to onward_system
  using (true) with check (true);

-- Who took a turn is seen by all of the circle, as who holds it is. Who asks whether somebody can is not seen by those
-- with whom they share nothing.
call app.close_table('turn_swaps');
grant select, insert, update (offered_by_id, asked_id), delete on turn_swaps to onward_member;
grant select, update (week_on, taken_by_id, offered_by_id, asked_id), delete on turn_swaps to onward_system;

create policy "members see who has whose turn" on turn_swaps for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and (offered_by_id is null or offered_by_id <> all ((select app.hidden_from_me())::uuid[])));
create policy "members offer a turn, as themselves" on turn_swaps for insert to onward_member
  with check (circle_id = any ((select app.my_circles())::uuid[]) and offered_by_id = (select app.viewer())
              and taken_by_id is null);
create policy "members offer a turn that they took, or that was offered when it was another's" on turn_swaps for update to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and (taken_by_id = (select app.viewer()) or offered_by_id is not null))
  with check (circle_id = any ((select app.my_circles())::uuid[])
              and (offered_by_id is null or offered_by_id = (select app.viewer())));
create policy "a schedule that the facilitator makes anew has no swaps yet" on turn_swaps for delete to onward_member
  using (circle_id = any ((select app.circles_i_hold())::uuid[]));
create policy "turns are taken and have their time" on turn_swaps to onward_system
  using (true) with check (true);

-- The first day of the week in which a day lies, where weeks end with the circle's meeting (lib/roles/rules.ts).
create or replace function app.week_start(day date, meeting_day smallint) returns date
  language sql immutable
  set search_path = pg_catalog
  return day - (extract(isodow from day)::int - meeting_day + 6) % 7;
revoke all on function app.week_start(date, smallint) from public;
grant execute on function app.week_start(date, smallint) to onward_system;

-- A circle that meets on another day has other weeks. Turns go with them: the week in which today lies stays whose it
-- is, and is as much longer or shorter as the meeting moved; so are the weeks that somebody offered or took. Whoever
-- describes the circle may have no say in its turns, so Postgres does it.
create or replace function app.move_turns() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  today constant date := (now() at time zone new.time_zone)::date;
  moved integer;
begin
  select app.week_start(today, new.meeting_day) - (r.starts_on + 7 * floor((today - r.starts_on) / 7.0)::int)
  into moved from public.rotations r where r.circle_id = new.id for update;
  if moved is null or moved = 0 then return null; end if;
  update public.rotations r set starts_on = r.starts_on + moved, turned_on = r.turned_on + moved
  where r.circle_id = new.id;
  update public.turn_swaps t set week_on = t.week_on + moved where t.circle_id = new.id;
  return null;
end $$;
call app.runs_as_system('app.move_turns()');
create or replace trigger move_turns after update of meeting_day, time_zone on circles
  for each row when (old.meeting_day <> new.meeting_day or old.time_zone <> new.time_zone)
  execute function app.move_turns();

-- A circle in which somebody sits for the first time begins with turns of four weeks, from the day after a meeting on.
-- Only other functions may call it.
create or replace function app.begin_rotation(circle uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  insert into public.rotations (circle_id, every, starts_on, seat, turned_on)
  select c.id, 4, week.begins, 1, week.begins
  from public.circles c,
    lateral (select (now() at time zone c.time_zone)::date as today) here,
    lateral (select app.week_start(here.today, c.meeting_day) as begins) week
  where c.id = circle
    and (select count(*) from public.memberships m where m.circle_id = circle) = 1
  on conflict do nothing;
end;
call app.runs_as_system('app.begin_rotation(uuid)');

-- The turn that is going on is somebody's from now on: those after it follow from their seat. Only other functions may
-- call it.
create or replace function app.begin_turn_at(circle uuid, person uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.rotations r set seat = m.seat from public.memberships m
  where r.circle_id = circle and m.circle_id = circle and m.user_id = person and m.seat is not null;
end;
call app.runs_as_system('app.begin_turn_at(uuid, uuid)');

-- Nobody keeps the time who is gone, paused, or the facilitator while somebody else is there. Where roles go round, the
-- next one does instead: that is how they get to know the meeting before they hold it. What somebody offered or took who
-- is not there any more is whose turn it is. Only other functions may call it.
create or replace function app.keep_time_kept(circle uuid, holder uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  delete from public.turn_swaps t using public.memberships m
  where t.circle_id = circle and m.circle_id = circle and m.user_id = coalesce(t.taken_by_id, t.offered_by_id)
    and (m.left_at is not null or m.paused_at is not null);
  update public.memberships m set keeps_time_since = null
  where m.circle_id = circle and m.keeps_time_since is not null
    and (m.left_at is not null or m.paused_at is not null or m.user_id = holder);
  if exists (select from public.memberships m where m.circle_id = circle and m.keeps_time_since is not null)
    or not exists (select from public.rotations r where r.circle_id = circle and r.every > 0)
  then
    return;
  end if;
  update public.memberships m set keeps_time_since = now()
  where m.circle_id = circle and m.user_id = (
    select n.user_id from public.memberships n, public.memberships h
    where n.circle_id = circle and n.left_at is null and n.paused_at is null and n.user_id <> holder
      and h.circle_id = circle and h.user_id = holder
    order by (n.seat - h.seat + 8) % 8
    limit 1);
end $$;
call app.runs_as_system('app.keep_time_kept(uuid, uuid)');

-- Tells whoever may take a turn that the viewer offers: the one who is asked, or everybody who is there.
create or replace function app.tell_of_offer(circle uuid, swap uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  select app.nudge(m.user_id, case when t.asked_id is null then 'turn-offered' else 'turn-asked' end, circle, t.id)
  from public.turn_swaps t join public.memberships m on m.circle_id = t.circle_id
  where t.circle_id = circle and t.id = swap and t.offered_by_id = app.viewer()
    and m.left_at is null and m.paused_at is null and m.user_id <> app.viewer()
    and m.user_id = coalesce(t.asked_id, m.user_id) and m.user_id <> all (app.hidden_from_me());
end;
call app.runs_as_system('app.tell_of_offer(uuid, uuid)');
grant execute on function app.tell_of_offer(uuid, uuid) to onward_member;

-- Nothing more needs to be said about an offer: it was taken, or taken back. Only other functions may call it.
create or replace function app.settle_offer(circle uuid, swap uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.nudges n set done_at = now()
  where n.circle_id = circle and n.about_id = swap and n.kind in ('turn-offered', 'turn-asked') and n.done_at is null;
end;
call app.runs_as_system('app.settle_offer(uuid, uuid)');

-- Takes the turn that somebody offers. Answers with one word: taken, mine (they have it already), gone (nobody offers
-- it any more, or not to them), none (they do not sit there, or are paused).
create or replace function app.take_turn(circle uuid, swap uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  offer public.turn_swaps;
begin
  perform from public.memberships m
  where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null and m.paused_at is null;
  if not found then return 'none'; end if;
  select * into offer from public.turn_swaps t where t.circle_id = circle and t.id = swap for update;
  if offer.offered_by_id is null then
    return case when offer.taken_by_id = app.viewer() then 'mine' else 'gone' end;
  end if;
  if offer.offered_by_id = app.viewer() or offer.asked_id <> app.viewer()
    or offer.offered_by_id = any (app.hidden_from_me())
  then
    return 'gone';
  end if;
  update public.turn_swaps t set taken_by_id = app.viewer(), offered_by_id = null, asked_id = null
  where t.circle_id = circle and t.id = swap;
  perform app.settle_offer(circle, swap);
  return 'taken';
end $$;
call app.runs_as_system('app.take_turn(uuid, uuid)');
grant execute on function app.take_turn(uuid, uuid) to onward_member;

-- The viewer offers a turn no longer.
create or replace function app.keep_turn(circle uuid, swap uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.turn_swaps t
  where t.circle_id = circle and t.id = swap and t.offered_by_id = app.viewer() for update;
  if not found then return; end if;
  update public.turn_swaps t set offered_by_id = null, asked_id = null where t.circle_id = circle and t.id = swap;
  delete from public.turn_swaps t where t.circle_id = circle and t.id = swap and t.taken_by_id is null;
  perform app.settle_offer(circle, swap);
end $$;
call app.runs_as_system('app.keep_turn(uuid, uuid)');
grant execute on function app.keep_turn(uuid, uuid) to onward_member;

-- Those who have turns in a circle where the viewer sits, those with whom they share nothing among them: without them
-- the viewer's own turns would be counted wrong. Whoever asks shows no name of the hidden.
create or replace function app.seats_in_turn(circle uuid)
  returns table (user_id uuid, seat smallint, is_hidden boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select m.user_id, m.seat, m.user_id = any (app.hidden_from_me())
  from public.memberships m
  where m.circle_id = circle and circle = any (app.my_circles()) and m.left_at is null and m.paused_at is null
  order by m.seat;
end;
call app.runs_as_system('app.seats_in_turn(uuid)');
grant execute on function app.seats_in_turn(uuid) to onward_member;
