-- A circle's meetings are visible to those who sit there now, and whoever sits there may move one on: who holds it is
-- a rule among them (lib/meetings/rules.ts). Nobody puts a meeting there by hand: app.open_meeting does, which holds the
-- circle still, so that there is one at a time. What somebody wrote in one is theirs: others of the circle read it, but
-- for those who share nothing with them, and nobody else changes it. It is written while the meeting is open, and
-- taken back at any time.

call app.close_table('meetings');
grant select, update (ended_at, step, step_started_at, added_minutes, move, version) on meetings to onward_member;
grant select, insert, update (ended_at, version), delete on meetings to onward_system;

create policy "members see their circles' meetings" on meetings for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "members move an open meeting on" on meetings for update to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]) and ended_at is null and closes_at > now())
  with check (circle_id = any ((select app.my_circles())::uuid[]));
create policy "meetings are opened, and closed by the clock" on meetings to onward_system
  using (true) with check (true);
create policy "a meeting outlives whoever opened it" on meetings to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));

call app.close_table('attendances');
grant select, insert, update (had_turn_at, passed_at, away_at, held_at, scribed_at, adopted_at)
  on attendances to onward_member;
grant select, insert on attendances to onward_system;

create policy "members see who is at their circles' meetings" on attendances for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]));
create policy "members come to a meeting as themselves" on attendances for insert to onward_member
  with check (member_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));
create policy "turns go round among those who sit there" on attendances for update to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[]))
  with check (circle_id = any ((select app.my_circles())::uuid[]));
create policy "whoever is there is expected" on attendances to onward_system
  using (true) with check (true);

call app.close_table('written_turns');
grant select, insert, update (body, edited_at), delete on written_turns to onward_member;
grant select (circle_id, meeting_id, step, author_id), update (hidden_at) on written_turns to onward_system;

create policy "members read what their circle writes in a meeting" on written_turns for select to onward_member
  using (circle_id = any ((select app.my_circles())::uuid[])
         and author_id <> all ((select app.hidden_from_me())::uuid[])
         and (hidden_at is null or author_id = (select app.viewer())));
create policy "what somebody could read where they sat can be reported for a while" on written_turns for select to onward_owner
  using (circle_id = any ((select app.my_left_circles())::uuid[]));
create policy "the system hides what moderators decided about, and reads no words" on written_turns to onward_system
  using (true) with check (true);
create policy "members write as themselves, while the meeting is open" on written_turns for insert to onward_member
  with check (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[])
              and exists (select from meetings m
                          where m.circle_id = written_turns.circle_id and m.id = meeting_id
                            and m.kind = 'writing' and m.ended_at is null and m.closes_at > now()));
create policy "members change their own words, while the meeting is open" on written_turns for update to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[])
         and exists (select from meetings m
                     where m.circle_id = written_turns.circle_id and m.id = meeting_id
                       and m.ended_at is null and m.closes_at > now()))
  with check (author_id = (select app.viewer()));
create policy "members take their own words back" on written_turns for delete to onward_member
  using (author_id = (select app.viewer()) and circle_id = any ((select app.my_circles())::uuid[]));

-- Opens a meeting in a circle in which the viewer sits, with everybody whose seat is taken and not paused, in the order
-- of their seats, from the one after whoever began last time. Answers with one word: opened (twice, too), open (there
-- is another one), gone. One that is over by the clock is closed first. In writing it is open for 48 hours, and whoever
-- is expected is told once that it is; live it is forgotten after 6.
create or replace function app.open_meeting(
  circle uuid, meeting uuid, how public.meeting_kind, by_agenda public.meeting_agenda, length smallint
) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  last_seat smallint;
  expected uuid[];
  person uuid;
begin
  perform from public.circles c where c.id = circle for no key update;
  if not circle = any (app.my_circles()) then return 'gone'; end if;
  if exists (select from public.meetings t where t.circle_id = circle and t.id = meeting) then return 'opened'; end if;
  update public.meetings t set ended_at = t.closes_at
  where t.circle_id = circle and t.ended_at is null and t.closes_at <= now();
  if exists (select from public.meetings t where t.circle_id = circle and t.ended_at is null) then
    return 'open';
  end if;

  select t.began_seat into last_seat from public.meetings t
  where t.circle_id = circle order by t.opened_at desc, t.id desc limit 1;
  select array_agg(m.user_id order by m.seat <= coalesce(last_seat, 0), m.seat) into expected
  from public.memberships m
  where m.circle_id = circle and m.left_at is null and (m.paused_at is null or m.user_id = me);

  insert into public.meetings
    (circle_id, id, opened_by_id, kind, agenda, minutes, people, began_seat, closes_at)
  select circle, meeting, me, how, by_agenda, case how when 'live' then length end, cardinality(expected), m.seat,
         now() + case how when 'live' then interval '6 hours' else interval '48 hours' end
  from public.memberships m where m.circle_id = circle and m.user_id = expected[1];
  insert into public.attendances (circle_id, meeting_id, member_id, place, held_at)
  select circle, meeting, e.id, e.place, case when e.id = me then now() end
  from unnest(expected) with ordinality e (id, place);

  if how = 'writing' then
    foreach person in array expected loop
      if person <> me then perform app.nudge(person, 'meeting-in-writing', circle, meeting); end if;
    end loop;
  end if;
  return 'opened';
end $$;
call app.runs_as_system(
  'app.open_meeting(uuid, uuid, public.meeting_kind, public.meeting_agenda, smallint)');
grant execute on function app.open_meeting(uuid, uuid, public.meeting_kind, public.meeting_agenda, smallint)
  to onward_member;

-- Takes the opening of a meeting in writing back while nobody whom the viewer sees has written or agreed to anything in it:
-- one that was opened by mistake would stand in the way of every other for two days. Nothing is left of it; only where
-- somebody whom the viewer does not see has written there, their words stay, in a meeting that ended. Whoever was asked to
-- write is asked no longer. Answers with one word: closed (twice, too), written, gone.
create or replace function app.take_opening_back(circle uuid, meeting uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  hidden constant uuid[] := app.hidden_from_me();
begin
  perform from public.circles c where c.id = circle for no key update;
  if not circle = any (app.my_circles()) then return 'gone'; end if;
  -- Whoever writes there lets the others see it by this row first, so from here on nobody does.
  perform from public.meetings t
  where t.circle_id = circle and t.id = meeting and t.kind = 'writing' and t.ended_at is null and t.closes_at > now()
  for update;
  if not found then return 'closed'; end if;
  if exists (select from public.written_turns w
             where w.circle_id = circle and w.meeting_id = meeting and w.author_id <> all (hidden))
     or exists (select from public.attendances a
                where a.circle_id = circle and a.meeting_id = meeting and a.adopted_at is not null
                  and a.member_id <> all (hidden))
  then return 'written'; end if;
  update public.nudges n set done_at = now()
  where n.circle_id = circle and n.kind = 'meeting-in-writing' and n.about_id = meeting and n.done_at is null;
  if exists (select from public.written_turns w where w.circle_id = circle and w.meeting_id = meeting) then
    update public.meetings t set ended_at = now(), version = t.version + 1
    where t.circle_id = circle and t.id = meeting;
  else
    delete from public.meetings t where t.circle_id = circle and t.id = meeting;
  end if;
  return 'closed';
end $$;
call app.runs_as_system('app.take_opening_back(uuid, uuid)');
grant execute on function app.take_opening_back(uuid, uuid) to onward_member;

-- Who is at a meeting of a circle in which the viewer sits. Those who share nothing with each other are not there for
-- each other: on the screen of either the round goes on without the other, as if their account were gone. Where the other
-- took the meeting upon them last, the viewer holds it no longer: otherwise both would, and each see it move on by itself.
create or replace function app.meeting_people(circle uuid, meeting uuid) returns table (
  member_id uuid, alias text, place smallint, sits_here boolean, had_turn_at timestamptz, passed_at timestamptz,
  away_at timestamptz, held_at timestamptz, scribed_at timestamptz, adopted_at timestamptz
)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select a.member_id, m.alias, a.place,
         m.left_at is null, a.had_turn_at, a.passed_at, a.away_at,
         case when a.member_id <> app.viewer() or a.held_at >= coalesce(unseen.held_at, '-infinity') then a.held_at end,
         a.scribed_at, a.adopted_at
  from public.attendances a
  cross join (
    select max(o.held_at) as held_at
    from public.attendances o
    join public.memberships n on n.circle_id = o.circle_id and n.user_id = o.member_id and n.left_at is null
    where o.circle_id = circle and o.meeting_id = meeting and o.away_at is null
      and o.member_id = any (app.hidden_from_me())) unseen
  join public.memberships m on m.circle_id = a.circle_id and m.user_id = a.member_id
  where a.circle_id = circle and a.meeting_id = meeting and circle = any (app.my_circles())
    and a.member_id <> all (app.hidden_from_me())
  order by a.place, a.member_id;
end;
call app.runs_as_system('app.meeting_people(uuid, uuid)');
grant execute on function app.meeting_people(uuid, uuid) to onward_member;

-- Notes that the viewer agreed to what their circle agreed on.
create or replace function app.adopt_agreements(circle uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.memberships m set agreed_at = now()
  where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null;
end;
call app.runs_as_system('app.adopt_agreements(uuid)');
grant execute on function app.adopt_agreements(uuid) to onward_member;

-- Closes what is over by the clock. Of a meeting in writing, whoever holds the circle is told that it ended, and what
-- was asked of the others is asked no longer. Repeatable.
create or replace function app.close_meetings() returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  over record;
begin
  for over in
    update public.meetings t set ended_at = t.closes_at, version = t.version + 1
    where t.ended_at is null and t.closes_at <= now()
    returning t.circle_id, t.id, t.kind
  loop
    update public.nudges n set done_at = now()
    where n.circle_id = over.circle_id and n.kind = 'meeting-in-writing' and n.about_id = over.id and n.done_at is null;
    if over.kind = 'writing' then
      perform app.nudge(m.user_id, 'meeting-ended', over.circle_id, over.id)
      from public.memberships m
      where m.circle_id = over.circle_id and m.left_at is null and m.role = 'facilitator';
    end if;
  end loop;
end $$;
call app.runs_as_system('app.close_meetings()');

-- Whoever speaks at a meeting, holds it or writes there is heard, as by a post (app.hear).
create or replace function app.note_came() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform app.hear(new.circle_id, (to_jsonb(new) ->> tg_argv[0])::uuid, now());
  return null;
end $$;
call app.runs_as_system('app.note_came()');

create or replace trigger note_came after update on attendances for each row
  when ((new.had_turn_at is not null and old.had_turn_at is null)
        or new.held_at > coalesce(old.held_at, '-infinity') or new.scribed_at > coalesce(old.scribed_at, '-infinity')
        or new.adopted_at > coalesce(old.adopted_at, '-infinity'))
  execute function app.note_came('member_id');
-- Whoever opens a meeting holds it from its beginning on.
create or replace trigger note_held after insert on attendances for each row
  when (new.held_at is not null)
  execute function app.note_came('member_id');
create or replace trigger note_came after insert on written_turns
  for each row execute function app.note_came('author_id');

-- A round forgets the turns of the one before it, and a circle looks back on who came: whoever had a turn or let it
-- pass, held the meeting, wrote for it, agreed to something or said that they are here. Who was expected and never came
-- was not there.
create or replace function app.keep_came() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  new.came_at := coalesce(new.came_at, now());
  return new;
end $$;
revoke all on function app.keep_came() from public;

create or replace trigger keep_came before insert or update on attendances for each row
  when (coalesce(new.had_turn_at, new.passed_at, new.held_at, new.scribed_at, new.adopted_at) is not null)
  execute function app.keep_came();
create or replace trigger keep_here before update on attendances for each row
  when (old.away_at is not null and new.away_at is null)
  execute function app.keep_came();
create or replace trigger keep_joined before insert on attendances for each row
  when (new.member_id = app.viewer())
  execute function app.keep_came();
