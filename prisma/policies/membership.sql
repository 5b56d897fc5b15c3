-- People of a circle see each other, those who left included, so that what was said keeps its name.
-- Nobody seats themselves: seats are given by the functions below, which hold the circle still while
-- they count. Facilitators may change roles and ask someone to leave; nobody but the facilitator touches the
-- facilitator's own role, or gives it to somebody, and whoever has left is seated by nobody but themselves. Those who
-- share nothing (block.sql) are not there for each other, and neither is given a seat where the other sits.

call app.close_table('memberships');
grant select, update (role, seat, left_at, removed_at, keeps_time_since) on memberships to onward_member;
grant select, insert, update on memberships to onward_system;

create policy "members see the people of their circles" on memberships for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and user_id <> all ((select app.hidden_from_me())::uuid[]));
create policy "facilitators look after seats and roles" on memberships for update to onward_member
  using (circle_id = any ((select app.my_facilitated_circles())::uuid[]) and left_at is null
         and (role <> 'facilitator' or circle_id = any ((select app.circles_i_hold())::uuid[])))
  with check (circle_id = any ((select app.my_facilitated_circles())::uuid[])
              and (role <> 'facilitator' or circle_id = any ((select app.circles_i_hold())::uuid[])));
create policy "seats are given out" on memberships to onward_system
  using (true) with check (true);
create policy "whoever came by a leaver's invitation stays" on memberships to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));
create policy "a member's own days are counted, wherever they sat" on memberships for select to onward_owner
  using (user_id = (select app.viewer()));
create policy "what was said where somebody sat keeps its names for a while" on memberships for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));

-- Sees to it that a circle is held by somebody who is there, and never by one person alone: where its facilitator is
-- gone or paused, the co-facilitator takes over, or else whoever has been there longest; and where two or more are
-- active, one of them besides the facilitator is co-facilitator, whoever has been there longest first. Somebody who is
-- paused has no role, unless nobody else sits there. Whoever takes the circle over is told, and has the turn that is
-- going on; where turns go round somebody else keeps the time (role.sql). `spared` is not asked to stand beside: they
-- have just stepped down. Of the `unseen`, and of those who share nothing with the facilitator, nobody is asked to while
-- there is somebody else. Answers whether the circle has everybody whom it needs, without the unseen. The caller holds
-- the circle still. Only other functions may call it.
drop function if exists app.keep_held_without(uuid, uuid);
create or replace function app.keep_held_among(circle uuid, spared uuid, unseen uuid[]) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  holder uuid;
  held_already boolean;
  beside uuid;
begin
  select h.user_id, h.role = 'facilitator' into holder, held_already from public.memberships h
  where h.circle_id = circle and h.left_at is null
  order by h.paused_at is not null, (h.role = 'facilitator') desc, (h.role = 'cofacilitator') desc, h.joined_at, h.seat
  limit 1;
  select b.user_id into beside from public.memberships b
  where b.circle_id = circle and b.left_at is null and b.paused_at is null and b.user_id <> holder
    and (b.role = 'cofacilitator' or b.user_id is distinct from spared)
  order by b.user_id = any (unseen), app.blocked_apart(b.user_id, array[holder]), (b.role = 'cofacilitator') desc, b.joined_at, b.seat
  limit 1;
  update public.memberships m
  set role = now_is.role
  from (select p.user_id,
               case when p.user_id = holder then 'facilitator'
                    when p.user_id = beside or p.role = 'cofacilitator' and p.paused_at is null then 'cofacilitator'
                    else 'member' end::public.membership_role as role
        from public.memberships p where p.circle_id = circle and p.left_at is null) now_is
  where m.circle_id = circle and m.user_id = now_is.user_id and m.role <> now_is.role;
  if not held_already then
    perform app.begin_turn_at(circle, holder);
    -- Whoever sits there alone knows it.
    if (select count(*) from public.memberships m where m.circle_id = circle and m.left_at is null) > 1 then
      perform app.nudge(holder, 'turn-to-hold', circle, md5(circle::text || ' ' || now()::text)::uuid);
    end if;
  end if;
  perform app.keep_time_kept(circle, holder);
  return beside is not null and beside <> all (unseen) or not exists (
    select from public.memberships o
    where o.circle_id = circle and o.left_at is null and o.paused_at is null and o.user_id <> holder
      and o.user_id <> all (unseen));
end $$;
call app.runs_as_system('app.keep_held_among(uuid, uuid, uuid[])');

-- The same with nobody spared, after any change of who sits there and who is paused.
create or replace function app.keep_held(circle uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform app.keep_held_among(circle, null, '{}');
end $$;
call app.runs_as_system('app.keep_held(uuid)');
grant execute on function app.keep_held(uuid) to onward_owner;

-- The same for a member who has just changed roles or seats of a circle in which they sit. Whom they do not see counts
-- for them as if their account were gone.
create or replace function app.keep_my_circle_held(circle uuid, spared uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  return circle = any (app.my_circles()) and app.keep_held_among(circle, spared, app.hidden_from_me());
end $$;
call app.runs_as_system('app.keep_my_circle_held(uuid, uuid)');
grant execute on function app.keep_my_circle_held(uuid, uuid) to onward_member;

-- Seats somebody on the lowest free seat of a circle, as if they had never been away: their twelve weeks begin anew, no
-- turn or break of an earlier time is theirs, and that they landed here is over. Answers whether there was a free seat.
-- Whether they may sit there was looked at before, and the caller holds the circle. Only other functions may call it.
create or replace function app.take_seat(circle uuid, person uuid, called text, came_by uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  free_seat smallint;
begin
  select s into free_seat from generate_series(1, 8) s
  where not exists (select from public.memberships m where m.circle_id = circle and m.seat = s)
  order by s limit 1;
  if free_seat is null then return false; end if;
  insert into public.memberships (circle_id, user_id, alias, role, seat, invitation_id)
  values (circle, person, called, 'member', free_seat, came_by)
  on conflict (circle_id, user_id) do update
    set alias = excluded.alias, role = excluded.role, seat = excluded.seat,
        -- What the version before counts by: the first one, so that no used link comes alive again there.
        invitation_id = coalesce(memberships.invitation_id, excluded.invitation_id),
        joined_at = now(), agreed_at = now(), heard_at = now(), term_from = now(), left_at = null, paused_at = null,
        pause_line = null, asked_at = null, end_said_at = null, keeps_time_since = null;
  delete from public.landings l where l.circle_id = take_seat.circle and l.user_id = person;
  return true;
end $$;
call app.runs_as_system('app.take_seat(uuid, uuid, text, uuid)');

-- Gives the viewer the lowest free seat of a circle. Where nobody holds it, because it is new or everybody had
-- left, it is theirs to hold from then on: nobody else could invite, describe it or ask anybody to leave. Where nobody
-- stands beside the facilitator, they do.
-- Answers with one word: seated, here (they sit there already), full, three (they sit in three circles), alias
-- (somebody here is called that), removed, gone (it is not there, or it joined another circle). Only other functions
-- may call it.
drop function if exists app.seat_viewer(uuid, text, public.membership_role, uuid);
create or replace function app.seat_viewer(circle uuid, called text, came_by uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  mine public.memberships;
begin
  -- The circle first, then the member: always in this order, so that two people never wait for each other.
  perform from public.circles c where c.id = circle for no key update;
  if not found or exists (select from public.merges j where j.joining_id = circle and j.merged_at is not null) then
    return 'gone';
  end if;
  perform from public.users u where u.id = me for no key update;

  select * into mine from public.memberships m where m.circle_id = circle and m.user_id = me;
  if mine.removed_at is not null then return 'removed'; end if;
  if mine.user_id is not null and mine.left_at is null then return 'here'; end if;
  if (select count(*) from public.memberships m where m.user_id = me and m.left_at is null) >= 3 then
    return 'three';
  end if;
  -- Somebody sits there with whom they share nothing: that reads like the one thing nobody outside can check.
  if cardinality(app.people_of(circle)) >= 8 or app.people_of(circle) && app.hidden_from_me() then return 'full'; end if;
  if exists (select from public.memberships m
             where m.circle_id = circle and m.user_id <> me and lower(m.alias) = lower(called)) then
    return 'alias';
  end if;
  if not app.take_seat(circle, me, called, came_by) then return 'full'; end if;
  perform app.begin_rotation(circle);
  -- Once a person, however often they come back by it.
  if came_by is not null then
    insert into public.arrivals (circle_id, invitation_id, user_id) values (circle, came_by, me)
    on conflict do nothing;
  end if;
  -- Where only people who are paused held it, whoever comes does from now on.
  perform app.keep_held(circle);
  return 'seated';
end $$;
call app.runs_as_system('app.seat_viewer(uuid, text, uuid)');

-- Gives somebody a seat to which they said yes before, by the same rules. Only other functions may call it.
create or replace function app.seat_person(circle uuid, person uuid, called text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  looking constant text := coalesce(current_setting('app.viewer', true), '');
  said text;
begin
  perform set_config('app.viewer', person::text, true);
  said := app.seat_viewer(circle, called, null);
  perform set_config('app.viewer', looking, true);
  return said;
end $$;
call app.runs_as_system('app.seat_person(uuid, uuid, text)');

-- Everybody who sits in a circle now. Only other functions may call it.
create or replace function app.people_of(circle uuid) returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select coalesce(array_agg(m.user_id), '{}') from public.memberships m
  where m.circle_id = circle and m.left_at is null;
end;
call app.runs_as_system('app.people_of(uuid)');

-- Whether somebody and any of these people share nothing: one of the two blocked the other. Only other functions may
-- call it.
create or replace function app.blocked_apart(person uuid, others uuid[]) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select exists (select from public.blocks b
                 where b.user_id = person and b.blocked_id = any (others)
                    or b.blocked_id = person and b.user_id = any (others));
end;
call app.runs_as_system('app.blocked_apart(uuid, uuid[])');

-- Whether somebody is not to be put together with any of these people: as above, or both named the same employer. That
-- holds where people are put together who did not choose each other; among open circles it would tell, name by name,
-- who sits in one. Only other functions may call it.
create or replace function app.kept_apart(person uuid, others uuid[]) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select app.blocked_apart(person, others)
      or exists (select from public.waits mine
                 join public.waits theirs on theirs.employer_mark = mine.employer_mark
                 where mine.user_id = person and theirs.user_id = any (others) and theirs.user_id <> person);
end;
call app.runs_as_system('app.kept_apart(uuid, uuid[])');

-- Seats the one who opened a circle, as long as nobody ever sat there.
create or replace function app.take_first_seat(circle uuid, called text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle and c.opened_by_id = app.viewer() for no key update;
  if not found then return 'gone'; end if;
  if exists (select from public.memberships m where m.circle_id = circle) then return 'here'; end if;
  return app.seat_viewer(circle, called, null);
end $$;
call app.runs_as_system('app.take_first_seat(uuid, text)');
grant execute on function app.take_first_seat(uuid, text) to onward_member;

-- Frees somebody's seat, and sees to it that somebody holds the circle. Only other functions may call it.
create or replace function app.free_seat(circle uuid, person uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle for no key update;
  update public.memberships m set left_at = now(), seat = null, role = 'member', keeps_time_since = null, paused_at = null, pause_line = null, asked_at = null,
    end_said_at = null
  where m.circle_id = circle and m.user_id = person and m.left_at is null;
  if not found then return; end if;
  perform app.keep_held(circle);
  update public.nudges n set done_at = now()
  where n.user_id = person and n.circle_id = circle and n.done_at is null;
end $$;
call app.runs_as_system('app.free_seat(uuid, uuid)');
grant execute on function app.free_seat(uuid, uuid) to onward_owner;

-- Frees the viewer's seat.
create or replace function app.leave_circle(circle uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  select app.free_seat(circle, app.viewer());
end;
call app.runs_as_system('app.leave_circle(uuid)');
grant execute on function app.leave_circle(uuid) to onward_member;
