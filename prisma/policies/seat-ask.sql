-- Whoever asks for a seat sees that they did, and whoever looks after the circle sees who asks. The two learn nothing
-- else of each other. Blocks hide it from both.

call app.close_table('seat_asks');
grant select on seat_asks to onward_member;
grant select, insert, delete, update (answered_at, is_welcome) on seat_asks to onward_system;

create policy "members see what they asked for" on seat_asks for select to onward_member
  using (user_id = (select app.viewer()));
create policy "facilitators see who asks for a seat" on seat_asks for select to onward_member
  using (circle_id = any ((select app.my_facilitated_circles())::uuid[])
         and user_id <> all ((select app.hidden_from_me())::uuid[]));
create policy "the system takes asks to circles" on seat_asks to onward_system
  using (true) with check (true);

-- The viewer asks a circle that lists itself for a seat. Answers with one word: asked, already (they asked before and
-- it is not answered), later (the circle said no lately), many (five asks are open), three, here, gone. How people there
-- are called it does not tell: where the name is taken, whoever asks gets it with a number when they are seated.
create or replace function app.ask_for_seat(circle uuid, ask uuid, called text, line text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  holder uuid;
begin
  perform from public.circles c where c.id = circle for no key update;
  perform from public.users u where u.id = me for no key update;
  if me = any (app.people_of(circle)) then return 'here'; end if;
  if exists (select from public.seat_asks a
             where a.circle_id = circle and a.id = ask and a.user_id = me) then return 'asked'; end if;
  if not exists (select from app.open_circles_after(circle, null, 1)) then return 'gone'; end if;
  if exists (select from public.seat_asks a
             where a.circle_id = circle and a.user_id = me and a.answered_at is null) then return 'already'; end if;
  if exists (select from public.seat_asks a
             where a.circle_id = circle and a.user_id = me and not a.is_welcome
               and a.answered_at > now() - interval '90 days') then return 'later'; end if;
  if (select count(*) from public.memberships m where m.user_id = me and m.left_at is null) >= 3 then
    return 'three';
  end if;
  if (select count(*) from public.seat_asks a where a.user_id = me and a.answered_at is null) >= 5 then
    return 'many';
  end if;
  insert into public.seat_asks (circle_id, id, user_id, alias, words, expires_at)
  values (circle, ask, me, called, line, now() + interval '14 days')
  on conflict do nothing;
  if not found then return 'gone'; end if;
  for holder in
    select m.user_id from public.memberships m
    where m.circle_id = circle and m.left_at is null and m.paused_at is null and m.role <> 'member'
  loop
    perform app.nudge(holder, 'seat-asked', circle, ask);
  end loop;
  return 'asked';
end $$;
call app.runs_as_system('app.ask_for_seat(uuid, uuid, text, text)');
grant execute on function app.ask_for_seat(uuid, uuid, text, text) to onward_member;

-- An ask is over: answered, taken back or too old. Only other functions may call it.
create or replace function app.end_ask(circle uuid, ask uuid, welcome boolean) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.seat_asks a set answered_at = now(), is_welcome = welcome
  where a.circle_id = circle and a.id = ask and a.answered_at is null;
  update public.nudges n set done_at = now()
  where n.kind = 'seat-asked' and n.circle_id = circle and n.about_id = ask and n.done_at is null;
end;
call app.runs_as_system('app.end_ask(uuid, uuid, boolean)');

-- Whoever looks after the circle answers. One word again: seated, declined, answered (somebody did before), full,
-- cannot (they cannot take it just now), gone.
create or replace function app.answer_ask(circle uuid, ask uuid, welcome boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  theirs public.seat_asks;
  said text;
begin
  if circle <> all (app.my_facilitated_circles()) then return 'gone'; end if;
  perform from public.circles c where c.id = circle for no key update;
  select * into theirs from public.seat_asks a where a.circle_id = circle and a.id = ask for update;
  if theirs.id is null or theirs.user_id = any (app.hidden_from_me()) then return 'gone'; end if;
  if theirs.answered_at is not null then return 'answered'; end if;
  if theirs.expires_at <= now() then
    perform app.end_ask(circle, ask, null);
    return 'answered';
  end if;
  if not welcome then
    perform app.end_ask(circle, ask, false);
    perform app.nudge(theirs.user_id, 'seat-answered', null, ask);
    return 'declined';
  end if;
  if exists (select from public.users u
             where u.id = theirs.user_id
               and (u.verified_at is null or u.leaves_at is not null or u.suspended_until > now()))
     or app.blocked_apart(theirs.user_id, app.people_of(circle)) then return 'cannot'; end if;
  said := app.seat_person(circle, theirs.user_id, app.free_alias(circle, theirs.user_id, theirs.alias));
  if said in ('seated', 'here') then
    perform app.end_ask(circle, ask, true);
    -- Somebody who waited for any circle has one now.
    update public.waits w set since = null where w.user_id = theirs.user_id and not exists (
      select from public.proposals p where p.user_id = w.user_id and p.ended_at is null);
    perform app.nudge(theirs.user_id, 'circle-open', circle, ask);
    perform app.keep_held(circle);
    return 'seated';
  end if;
  -- Whoever sees fewer people there than eight reads what nobody can check: a free seat that is none would tell them
  -- that somebody is hidden.
  if said = 'full' and app.people_of(circle) && app.hidden_from_me() then return 'cannot'; end if;
  return case when said in ('three', 'removed', 'gone') then 'cannot' else said end;
end $$;
call app.runs_as_system('app.answer_ask(uuid, uuid, boolean)');
grant execute on function app.answer_ask(uuid, uuid, boolean) to onward_member;

-- The viewer asks no longer.
create or replace function app.take_back_ask(ask uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform app.end_ask(a.circle_id, a.id, null) from public.seat_asks a
  where a.id = ask and a.user_id = app.viewer() and a.answered_at is null;
end $$;
call app.runs_as_system('app.take_back_ask(uuid)');
grant execute on function app.take_back_ask(uuid) to onward_member;

-- What the viewer asked for in the last weeks, with what each circle says of itself. The one who asked knows it from
-- there, also when it lists itself no longer.
create or replace function app.my_asks() returns table
  (id uuid, circle_id uuid, words text, line text, asked_at timestamptz, answered_at timestamptz, is_welcome boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select a.id, a.circle_id, coalesce(c.listed_words, c.purpose), a.words, a.created_at, a.answered_at, a.is_welcome
  from public.seat_asks a join public.circles c on c.id = a.circle_id
  where a.user_id = app.viewer()
    and (a.answered_at is null or a.is_welcome is not null and a.answered_at > now() - interval '14 days')
    -- A seat that they left since is none to go to.
    and (a.is_welcome is not true or exists (
      select from public.memberships m
      where m.circle_id = a.circle_id and m.user_id = a.user_id and m.left_at is null))
  order by a.created_at desc limit 20;
end;
call app.runs_as_system('app.my_asks()');
grant execute on function app.my_asks() to onward_member;

-- What nobody answered in fourteen days is over, and what is long over goes. For the worker.
create or replace function app.end_old_asks() returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  old record;
begin
  for old in select a.circle_id, a.id, a.user_id from public.seat_asks a
             where a.answered_at is null and a.expires_at <= now()
  loop
    perform app.end_ask(old.circle_id, old.id, null);
    perform app.nudge(old.user_id, 'seat-answered', null, old.id);
  end loop;
  delete from public.seat_asks a where a.answered_at < now() - interval '180 days';
end $$;
call app.runs_as_system('app.end_old_asks()');
