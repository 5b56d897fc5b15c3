-- Everybody sees what is proposed to them, and of the others how many they are and how many said yes. Proposals are
-- made by the worker and answered through the functions below, which take a circle's proposals in one order, so that
-- two answers take turns.

call app.close_table('proposals');
grant select on proposals to onward_member;
grant select, insert, delete, update (circle_id, fields, accepted_at, alias, holds, ended_at) on proposals to onward_system;

create policy "members see what is proposed to them" on proposals for select to onward_member
  using (user_id = (select app.viewer()));
create policy "the system proposes circles" on proposals to onward_system
  using (true) with check (true);

-- Of a circle that is proposed to the viewer: how many people it is proposed to, how many said yes, and where it is
-- there already, what it agreed on; that is for who never sat there.
create or replace function app.about_proposal(proposal uuid)
  returns table (people integer, yes integer, agreements text)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select count(*)::integer, count(p.accepted_at)::integer,
         (select c.agreements from public.circles c where c.id = mine.circle_id and not exists (
            select from public.memberships m where m.circle_id = c.id and m.user_id = app.viewer()))
  from public.proposals mine join public.proposals p on p.id = mine.id and p.ended_at is null
  where mine.id = proposal and mine.user_id = app.viewer() and mine.ended_at is null
  group by mine.circle_id;
end;
call app.runs_as_system('app.about_proposal(uuid)');
grant execute on function app.about_proposal(uuid) to onward_member;

-- It is over for these people: nothing waits for their answer. Only other functions may call it.
create or replace function app.end_proposal(proposal uuid, people uuid[]) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.proposals p set ended_at = now()
  where p.id = proposal and p.user_id = any (people) and p.ended_at is null;
  update public.nudges n set done_at = now()
  where n.kind = 'proposal' and n.about_id = proposal and n.user_id = any (people) and n.done_at is null;
end;
call app.runs_as_system('app.end_proposal(uuid, uuid[])');

-- Takes hold of what a circle has proposed to anybody: before the circle itself, as whoever says yes does. Only other
-- functions may call it.
create or replace function app.hold_offers(circle uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.proposals p where p.circle_id = circle and p.ended_at is null order by p.id, p.user_id for update;
end $$;
call app.runs_as_system('app.hold_offers(uuid)');

-- A circle offers no seats any more: whoever had one proposed waits on. Only other functions may call it.
create or replace function app.end_offers(circle uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform app.end_proposal(p.id, array[p.user_id])
  from public.proposals p where p.circle_id = circle and p.ended_at is null;
end $$;
call app.runs_as_system('app.end_offers(uuid)');

-- The viewer, who looks after a circle, has it offer no seats any more.
create or replace function app.stop_offering(circle uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  if circle <> all (app.my_facilitated_circles()) then return; end if;
  perform app.hold_offers(circle);
  update public.circles c set matched_at = null where c.id = circle;
  perform app.end_offers(circle);
end $$;
call app.runs_as_system('app.stop_offering(uuid)');
grant execute on function app.stop_offering(uuid) to onward_member;

-- Counts anew in how many fields those look to whom it is proposed: somebody came to it, or went. Where one of them
-- would rather not say, they may look in any.
create or replace function app.count_fields(proposal uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.proposals p where p.id = proposal order by p.user_id for update;
  update public.proposals p set fields = counted.fields
  from (
    select case when bool_and(coalesce(w.field, '') <> '') then count(distinct w.field) else 0 end as fields
    from public.proposals p left join public.waits w on w.user_id = p.user_id
    where p.id = proposal and p.ended_at is null
  ) counted
  where p.id = proposal and p.ended_at is null and p.circle_id is null and p.fields <> counted.fields;
end $$;
call app.runs_as_system('app.count_fields(uuid)');

-- They sit in a circle now: they wait no longer, and keep what they said for the next time.
create or replace function app.end_wait(proposal uuid, person uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.waits w set since = null, rests_until = null, silent_at = null where w.user_id = person;
  select app.end_proposal(proposal, array[person]);
end;
call app.runs_as_system('app.end_wait(uuid, uuid)');

-- Opens the circle once four who may still sit together have said yes, and answers with it; null until then. Whoever
-- would hold it at first is seated first, and holds it. What came in between is looked at again, while nobody can take
-- a seat elsewhere: a block, an account that goes or rests, three circles. The caller holds the proposals.
create or replace function app.open_proposed(proposal uuid, agreed text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  one record;
  chosen uuid[] := '{}';
  seated integer := 0;
begin
  -- In one order, so that two circles that open never wait for each other.
  perform from public.users u
  where u.id in (select p.user_id from public.proposals p
                 where p.id = proposal and p.accepted_at is not null and p.ended_at is null)
  order by u.id for no key update;
  for one in
    select p.user_id from public.proposals p join public.users u on u.id = p.user_id
    where p.id = proposal and p.accepted_at is not null and p.ended_at is null
      and u.verified_at is not null and u.leaves_at is null
      and (u.suspended_until is null or u.suspended_until <= now())
      and (select count(*) from public.memberships m where m.user_id = p.user_id and m.left_at is null) < 3
    order by p.holds desc, p.accepted_at, p.user_id
  loop
    if not app.kept_apart(one.user_id, chosen) then chosen := chosen || one.user_id; end if;
  end loop;
  if cardinality(chosen) < 4 then return null; end if;

  insert into public.circles
    (id, name, purpose, language, time_zone, meeting_day, meeting_time, second_meeting_day, second_meeting_time,
     agreements, pace, matched_at, takes_up_to)
  select p.id, p.name, p.purpose, p.language, p.time_zone, p.meeting_day, p.meeting_time, p.second_meeting_day,
         p.second_meeting_time, agreed, p.pace, now(), 6
  from public.proposals p where p.id = proposal limit 1;
  for one in
    select p.user_id, p.alias from public.proposals p
    where p.id = proposal and p.user_id = any (chosen) order by array_position(chosen, p.user_id)
  loop
    if app.seat_person(proposal, one.user_id, app.free_alias(proposal, one.user_id, one.alias)) = 'seated' then
      seated := seated + 1;
      perform app.end_wait(proposal, one.user_id);
      perform app.nudge(one.user_id, 'circle-open', proposal, proposal);
    end if;
  end loop;
  if seated < 4 then raise exception 'A circle would open with %.', seated; end if;
  perform app.keep_held(proposal);
  -- Whoever said yes and cannot be among them goes on waiting; the others may still come.
  perform app.end_proposal(proposal, array(
    select p.user_id from public.proposals p where p.id = proposal and p.accepted_at is not null and p.ended_at is null));
  update public.proposals p set circle_id = p.id where p.id = proposal and p.circle_id is null;
  return proposal;
end $$;
call app.runs_as_system('app.open_proposed(uuid, text)');

-- The viewer says yes. Answers with one word, and with the circle where they sit in it now: accepted, seated, here,
-- three, unverified, over (it has changed meanwhile), gone. Nobody outside learns how somebody there is called: a name
-- that is taken gets a number.
create or replace function app.accept_proposal(proposal uuid, called text, would_hold boolean, agreed text)
  returns table (said text, circle uuid)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  mine public.proposals;
  there uuid[];
begin
  perform from public.proposals p where p.id = proposal order by p.user_id for update;
  select * into mine from public.proposals p where p.id = proposal and p.user_id = me;
  if mine.user_id is null then return query select 'gone', null::uuid; return; end if;
  if mine.circle_id is not null and me = any (app.people_of(mine.circle_id)) then
    perform app.end_wait(proposal, me);
    return query select 'here', mine.circle_id; return;
  end if;
  if mine.ended_at is not null or mine.accepted_at is null and mine.expires_at <= now() then
    return query select 'over', null::uuid; return;
  end if;
  if not exists (select from public.users u where u.id = me and u.verified_at is not null) then
    return query select 'unverified', null::uuid; return;
  end if;

  there := case when mine.circle_id is null
    then array(select p.user_id from public.proposals p
               where p.id = proposal and p.user_id <> me and p.accepted_at is not null and p.ended_at is null)
    else app.people_of(mine.circle_id) end;
  if app.kept_apart(me, there) then
    perform app.end_proposal(proposal, array[me]);
    return query select 'over', null::uuid; return;
  end if;

  if mine.circle_id is not null then
    -- It may have stopped offering seats, or given the last one away.
    perform from public.circles c where c.id = mine.circle_id for no key update;
    if not exists (select from public.circles c
                   where c.id = mine.circle_id and c.matched_at is not null
                     and cardinality(app.people_of(c.id)) < c.takes_up_to) then
      perform app.end_proposal(proposal, array[me]);
      return query select 'over', null::uuid; return;
    end if;
    said := app.seat_viewer(mine.circle_id, app.free_alias(mine.circle_id, me, called), null);
    if said in ('full', 'gone', 'removed') then
      perform app.end_proposal(proposal, array[me]);
      said := 'over';
    elsif said in ('seated', 'here') then
      update public.proposals p set accepted_at = now(), alias = called where p.id = proposal and p.user_id = me;
      perform app.end_wait(proposal, me);
      perform app.keep_held(mine.circle_id);
      circle := mine.circle_id;
    end if;
    return next; return;
  end if;

  if (select count(*) from public.memberships m where m.user_id = me and m.left_at is null) >= 3 then
    return query select 'three', null::uuid; return;
  end if;
  update public.proposals p set accepted_at = coalesce(p.accepted_at, now()), alias = called, holds = would_hold
  where p.id = proposal and p.user_id = me;
  update public.nudges n set done_at = now()
  where n.kind = 'proposal' and n.about_id = proposal and n.user_id = me and n.done_at is null;
  circle := app.open_proposed(proposal, agreed);
  said := case when circle is null then 'accepted' else 'seated' end;
  if circle is not null then
    update public.nudges n set done_at = now() where n.kind = 'circle-open' and n.about_id = circle and n.user_id = me;
  end if;
  return next;
end $$;
call app.runs_as_system('app.accept_proposal(uuid, text, boolean, text)');
grant execute on function app.accept_proposal(uuid, text, boolean, text) to onward_member;

-- The viewer would rather wait, and keeps their place in line. Where fewer than four are left who could say yes, it is
-- over for all of them, and they are matched anew.
create or replace function app.decline_proposal(proposal uuid, rests_until timestamptz) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.proposals p where p.id = proposal order by p.user_id for update;
  if not exists (select from public.proposals p
                 where p.id = proposal and p.user_id = app.viewer() and p.ended_at is null) then return; end if;
  perform app.end_proposal(proposal, array[app.viewer()]);
  update public.waits w set rests_until = decline_proposal.rests_until where w.user_id = app.viewer();
  perform app.end_small_proposal(proposal);
end $$;
call app.runs_as_system('app.decline_proposal(uuid, timestamptz)');
grant execute on function app.decline_proposal(uuid, timestamptz) to onward_member;

-- Ends what can no longer become a circle, and says of the rest what is still true. Only other functions may call it; the caller holds the proposals.
create or replace function app.end_small_proposal(proposal uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  left_over constant uuid[] := array(
    select p.user_id from public.proposals p where p.id = proposal and p.ended_at is null and p.circle_id is null);
begin
  if cardinality(left_over) between 1 and 3 then perform app.end_proposal(proposal, left_over);
  else perform app.count_fields(proposal); end if;
end $$;
call app.runs_as_system('app.end_small_proposal(uuid)');

-- What somebody did not answer in time is over for them, and they are asked whether they still look before anything
-- else is proposed. Whoever said yes goes on waiting for the others, as long as four are left. For the worker.
create or replace function app.end_old_proposals() returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  old record;
begin
  for old in
    select p.id from public.proposals p where p.ended_at is null and p.accepted_at is null and p.expires_at <= now()
    group by p.id order by p.id
  loop
    perform from public.proposals p where p.id = old.id order by p.user_id for update;
    update public.waits w set silent_at = now() from public.proposals p
    where p.id = old.id and p.ended_at is null and p.accepted_at is null and p.expires_at <= now()
      and w.user_id = p.user_id;
    perform app.end_proposal(old.id, array(
      select p.user_id from public.proposals p
      where p.id = old.id and p.ended_at is null and p.accepted_at is null and p.expires_at <= now()));
    perform app.count_fields(old.id);
  end loop;
  -- Too few are left, here or where an account went.
  for old in
    select p.id from public.proposals p where p.ended_at is null and p.circle_id is null
    group by p.id having count(*) < 4 order by p.id
  loop
    perform from public.proposals p where p.id = old.id order by p.user_id for update;
    perform app.end_small_proposal(old.id);
  end loop;
  -- Of what is over nothing is needed any more after a month.
  delete from public.proposals p where p.ended_at < now() - interval '30 days';
end $$;
call app.runs_as_system('app.end_old_proposals()');
