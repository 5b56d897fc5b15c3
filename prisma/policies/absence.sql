-- Whoever needs a pause takes one: their seat waits, nothing is expected of them, and their roles are handed over.
-- Whoever was quiet for ten days is asked how they are, by the worker; after twenty-one days without a word it pauses
-- them, and a pause that lasted four weeks frees the seat. Nobody pauses anybody else. Times are counted from when
-- they were last heard, so that nobody who still speaks loses their seat.
-- It is no table of its own: a membership says it all. This file comes before membership.sql, whose functions it
-- calls, and Postgres looks for them when they are called.

-- Nothing more needs to be said to somebody about their absence from a circle. Only other functions may call it.
create or replace function app.settle_absence(circle uuid, person uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.nudges n set done_at = now()
  where n.user_id = person and n.circle_id = circle and n.done_at is null
    and n.kind in ('quiet', 'paused', 'seat-ends');
end;
call app.runs_as_system('app.settle_absence(uuid, uuid)');

-- Somebody is heard in a circle. When is kept give or take an hour, so that not every word writes here; whoever is heard
-- has answered how they are, whenever that was. Only other functions may call it.
create or replace function app.hear(circle uuid, person uuid, at timestamptz) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  -- Whoever says something there has found the seat that was kept for them.
  update public.nudges n set done_at = now()
  where n.user_id = person and n.kind = 'circle-open' and n.circle_id = circle and n.done_at is null;
  update public.memberships m set heard_at = greatest(m.heard_at, at), asked_at = null
  where m.circle_id = circle and m.user_id = person
    and (m.asked_at is not null or m.heard_at < at - interval '1 hour');
  if not found then return; end if;
  update public.nudges n set done_at = now()
  where n.user_id = person and n.kind = 'quiet' and n.circle_id = circle and n.done_at is null;
end $$;
call app.runs_as_system('app.hear(uuid, uuid, timestamptz)');

-- Pauses somebody's seat. A role of theirs is the next one's; where nobody else is there, they hold the circle still.
-- The caller holds the circle. Only other functions may call it.
create or replace function app.pause_person(circle uuid, person uuid, line text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.memberships m set paused_at = now(), pause_line = line, end_said_at = null, role = 'member'
  where m.circle_id = circle and m.user_id = person and m.left_at is null and m.paused_at is null;
  if not found then return; end if;
  perform app.settle_absence(circle, person);
  perform app.keep_held(circle);
end $$;
call app.runs_as_system('app.pause_person(uuid, uuid, text)');

-- Pauses the viewer's own seat, and says so to the circle in a line if they like. Paused already, they may change the
-- line. Answers whether they sit there.
create or replace function app.pause_seat(circle uuid, line text default null) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle for no key update;
  update public.memberships m set pause_line = line
  where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null and m.paused_at is not null;
  if found then return true; end if;
  perform app.pause_person(circle, app.viewer(), line);
  return exists (select from public.memberships m
                 where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null);
end $$;
call app.runs_as_system('app.pause_seat(uuid, text)');
grant execute on function app.pause_seat(uuid, text) to onward_member;

-- The viewer is there: their pause is over, if there was one, and they count as heard. Answers whether they sit there.
create or replace function app.come_back(circle uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle for no key update;
  update public.memberships m
  set paused_at = null, pause_line = null, asked_at = null, end_said_at = null, heard_at = now()
  where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null;
  if not found then return false; end if;
  perform app.settle_absence(circle, app.viewer());
  perform app.keep_held(circle);
  return true;
end $$;
call app.runs_as_system('app.come_back(uuid)');
grant execute on function app.come_back(uuid) to onward_member;
