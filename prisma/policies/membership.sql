-- People of a circle see each other, those who left included, so that what was said keeps its name.
-- Nobody seats themselves: seats are given by the functions below, which hold the circle still while
-- they count. Facilitators may change roles and ask someone to leave; nobody but the facilitator touches the
-- facilitator's own role, or gives it to somebody, and whoever has left is seated by nobody but themselves. Those who
-- share nothing (block.sql) are not there for each other, and neither is given a seat where the other sits.

call app.close_table('memberships');
grant select, update (role, seat, left_at, removed_at) on memberships to onward_member;
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

-- Gives the viewer the lowest free seat of a circle. Where nobody holds it, because it is new or everybody had
-- left, it is theirs to hold from then on: nobody else could invite, describe it or ask anybody to leave.
-- Answers with one word: seated, here (they sit there already), full, three (they sit in three circles), alias
-- (somebody here is called that), removed. Only other functions may call it.
drop function if exists app.seat_viewer(uuid, text, public.membership_role, uuid);
create or replace function app.seat_viewer(circle uuid, called text, came_by uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  mine public.memberships;
  free_seat smallint;
  held boolean;
begin
  -- The circle first, then the member: always in this order, so that two people never wait for each other.
  perform from public.circles c where c.id = circle for no key update;
  if not found then return 'gone'; end if;
  perform from public.users u where u.id = me for no key update;

  select * into mine from public.memberships m where m.circle_id = circle and m.user_id = me;
  if mine.removed_at is not null then return 'removed'; end if;
  if mine.user_id is not null and mine.left_at is null then return 'here'; end if;
  if (select count(*) from public.memberships m where m.user_id = me and m.left_at is null) >= 3 then
    return 'three';
  end if;
  select s into free_seat from generate_series(1, 8) s
  where not exists (select from public.memberships m where m.circle_id = circle and m.seat = s)
  order by s limit 1;
  -- Somebody sits there with whom they share nothing: that reads like the one thing nobody outside can check.
  if free_seat is null or exists (
    select from public.memberships m
    where m.circle_id = circle and m.left_at is null and m.user_id = any (app.hidden_from_me())) then
    return 'full';
  end if;
  if exists (select from public.memberships m
             where m.circle_id = circle and m.user_id <> me and lower(m.alias) = lower(called)) then
    return 'alias';
  end if;
  held := exists (select from public.memberships m
                  where m.circle_id = circle and m.left_at is null and m.role = 'facilitator');

  insert into public.memberships (circle_id, user_id, alias, role, seat, invitation_id)
  values (circle, me, called,
          case when held then 'member' else 'facilitator' end::public.membership_role, free_seat, came_by)
  on conflict (circle_id, user_id) do update
    set alias = excluded.alias, role = excluded.role, seat = excluded.seat,
        -- What the version before counts by: the first one, so that no used link comes alive again there.
        invitation_id = coalesce(memberships.invitation_id, excluded.invitation_id), joined_at = now(), agreed_at = now(), left_at = null;
  -- Once a person, however often they come back by it.
  if came_by is not null then
    insert into public.arrivals (circle_id, invitation_id, user_id) values (circle, came_by, me)
    on conflict do nothing;
  end if;
  return 'seated';
end $$;
call app.runs_as_system('app.seat_viewer(uuid, text, uuid)');

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

-- Sees to it that somebody who is there holds the circle: where its facilitator is gone or paused, the co-facilitator
-- takes over, or else whoever has been there longest; those who are paused only where nobody else sits there. The
-- caller holds the circle still. Only other functions may call it.
create or replace function app.keep_held(circle uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  holder uuid;
begin
  select h.user_id into holder from public.memberships h
  where h.circle_id = circle and h.left_at is null
  order by h.paused_at is not null, (h.role = 'facilitator') desc, (h.role = 'cofacilitator') desc, h.joined_at, h.seat
  limit 1;
  update public.memberships m
  set role = case when m.user_id = holder then 'facilitator' else 'member' end::public.membership_role
  where m.circle_id = circle and m.left_at is null
    and (m.user_id = holder) is distinct from (m.role = 'facilitator');
end $$;
call app.runs_as_system('app.keep_held(uuid)');
grant execute on function app.keep_held(uuid) to onward_owner;

-- Frees somebody's seat, and sees to it that somebody holds the circle. Only other functions may call it.
create or replace function app.free_seat(circle uuid, person uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle for no key update;
  update public.memberships m set left_at = now(), seat = null, role = 'member', paused_at = null
  where m.circle_id = circle and m.user_id = person and m.left_at is null;
  if found then perform app.keep_held(circle); end if;
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
