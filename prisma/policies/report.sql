-- A report is known to whoever made it and to the moderators who may handle it: nobody in the circle, and not the one
-- it is about. A moderator gets no report that they made, that is about them, that comes from a circle in which they
-- sit or sat, or in which they know one of the two sides: from any circle, or by a block. What they see is what was kept
-- with the report, and nothing else of anybody.

-- The reports that somebody may look at as a moderator: the one home of the rule above, which the operator's command
-- asks, too (scripts/moderator.ts). One is there for as long as an appeal waits. Its plan is the same for everybody and
-- kept: to make one for each person reads more than it saves. Only other functions may call it.
create or replace function app.cases_of(person uuid) returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
begin atomic
  select coalesce(array_agg(r.id), '{}') from public.reports r
  where exists (select from public.moderators o where o.user_id = person)
    and not exists (select from public.users u where u.id = person and u.suspended_until > now())
    and not exists (select from public.memberships m
                    where m.user_id = person and m.circle_id = r.circle_id)
    -- Where a circle lives on is followed only for those that joined another one.
    and not exists (select from public.merges j
                    join public.memberships m on m.user_id = person and m.circle_id = app.lives_on_in(j.joining_id)
                    where j.joining_id = r.circle_id and j.merged_at is not null)
    and not exists (select from public.memberships mine
                    join public.memberships theirs on theirs.circle_id = mine.circle_id
                    where mine.user_id = person and theirs.user_id in (r.reporter_id, r.reported_id))
    and not exists (select from public.blocks b
                    where b.user_id = person and b.blocked_id in (r.reporter_id, r.reported_id)
                       or b.blocked_id = person and b.user_id in (r.reporter_id, r.reported_id))
    -- Each side by an index of its own.
    and not exists (select from public.reports o
                    where o.reporter_id = person and o.about = r.about and o.thing_id = r.thing_id)
    and not exists (select from public.reports o
                    where o.reported_id = person and o.about = r.about and o.thing_id = r.thing_id)
    -- Each of these is looked up by an index: what was decided long ago stays in the table.
    and (r.decided_at is null or r.decided_at > now() - interval '90 days'
         or r.id = any (array(select d.report_id from public.decisions d
                              join public.appeals a on a.decision_id = d.id where a.decided_at is null)));
end;
call app.runs_as_system('app.cases_of(uuid)');

-- The reports that the viewer may look at as a moderator.
create or replace function app.my_cases() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select app.cases_of(app.viewer());
end;
call app.runs_as_system('app.my_cases()');
grant execute on function app.my_cases() to onward_member;

call app.close_table('reports');
grant select, insert, update (put_away_at) on reports to onward_member;
grant select, update, delete on reports to onward_system;

create policy "whoever reported something knows that they did" on reports for select to onward_member
  using (reporter_id = (select app.viewer()));
create policy "moderators see what is theirs to handle" on reports for select to onward_member
  using (id = any ((select app.my_cases())::uuid[]));
create policy "members report as themselves" on reports for insert to onward_member
  with check (decided_at is null and (
    reporter_id = (select app.viewer())
    or reporter_id is null and reported_id = (select app.viewer()) and reason = 'held'));
create policy "members put away what they reported, or bring it back" on reports for update to onward_member
  using (reporter_id = (select app.viewer())) with check (reporter_id = (select app.viewer()));
create policy "the system keeps reports" on reports to onward_system
  using (true) with check (true);
create policy "what was reported names nobody who is erased" on reports to onward_owner
  using (reporter_id = (select app.leaver()) or reported_id = (select app.leaver()));

-- Whoever holds a circle answers for what it says about itself, also where the reporter does not see them, since one of
-- the two blocked the other; nobody reports themselves. So it is looked up here, and the reporter learns nothing of it.
create or replace function app.find_whose_circle() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  new.reported_id := (
    select m.user_id from public.memberships m
    where m.circle_id = new.circle_id and m.left_at is null and m.role = 'facilitator'
      and m.user_id is distinct from new.reporter_id);
  return new;
end $$;
call app.runs_as_system('app.find_whose_circle()');
create or replace trigger find_whose_circle before insert on reports
  for each row when (new.about = 'circle') execute function app.find_whose_circle();

call app.close_table('moderators');
grant select on moderators to onward_member;
grant select, insert, delete on moderators to onward_system;

create policy "moderators know that they are" on moderators for select to onward_member
  using (user_id = (select app.viewer()));
create policy "the operator names moderators" on moderators to onward_system
  using (true) with check (true);

call app.close_table('decisions');
grant select on decisions to onward_member;
grant select, insert on decisions to onward_system;

create policy "moderators see what was decided about what is theirs to handle" on decisions for select to onward_member
  using (report_id = any ((select app.my_cases())::uuid[]));
create policy "the system keeps decisions" on decisions to onward_system
  using (true) with check (true);

call app.close_table('decision_letters');
grant select on decision_letters to onward_member;
grant select, insert, update (mailed_at) on decision_letters to onward_system;

create policy "a letter is for the one it is written to" on decision_letters for select to onward_member
  using (user_id = (select app.viewer()));
create policy "moderators see what was written about what is theirs to handle" on decision_letters for select to onward_member
  using (exists (select from decisions d where d.id = decision_letters.decision_id));
create policy "the system keeps letters" on decision_letters to onward_system
  using (true) with check (true);

call app.close_table('appeals');
grant select, insert on appeals to onward_member;
grant select, update on appeals to onward_system;

create policy "members see their appeals" on appeals for select to onward_member
  using (user_id = (select app.viewer()));
create policy "another moderator hears an appeal" on appeals for select to onward_member
  using (exists (select from decisions d
                 where d.id = appeals.decision_id and d.moderator_id is distinct from (select app.viewer())));
create policy "members appeal, once, against what was decided about them" on appeals for insert to onward_member
  with check (user_id = (select app.viewer()) and decided_at is null and moderator_id is null and exists (
    select from decision_letters l
    where l.user_id = appeals.user_id and l.decision_id = appeals.decision_id and l.side = 'reported'
      and l.kind <> 'none' and l.created_at > now() - interval '30 days'));
create policy "the system keeps appeals" on appeals to onward_system
  using (true) with check (true);

-- The log of moderation: added to, and nothing else, by nobody. It names moderators by a hash, so that a line stays
-- when their account is gone, and reports by their id.
call app.close_table('moderation_lines');
grant select, insert on moderation_lines to onward_system;
create policy "the log is read" on moderation_lines for select to onward_system using (true);
create policy "the log is added to" on moderation_lines for insert to onward_system with check (true);

create or replace function app.keep_lines() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  raise exception 'The log of moderation is only added to.' using errcode = 'insufficient_privilege';
end $$;
revoke all on function app.keep_lines() from public;
create or replace trigger keep_lines before update or delete or truncate on moderation_lines
  for each statement execute function app.keep_lines();

-- Adds a line about what the viewer does as a moderator. Only other functions may call it.
create or replace function app.note_moderation(act text, report uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  insert into public.moderation_lines (moderator, act, report_id)
  values (sha256(convert_to(app.viewer()::text, 'UTF8')), act, report);
end;
call app.runs_as_system('app.note_moderation(text, uuid)');

-- Opens a report for a moderator, and notes that they looked. Answers whether there is such a one for them.
create or replace function app.open_case(report uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  if report <> all (app.my_cases()) then return false; end if;
  perform app.note_moderation('looked', report);
  return true;
end $$;
call app.runs_as_system('app.open_case(uuid)');
grant execute on function app.open_case(uuid) to onward_member;

-- Writes to somebody what was decided. Only other functions may call it.
create or replace function app.write_decision(decision uuid, person uuid, to_side public.letter_side, words bytea)
  returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  letter constant uuid := gen_random_uuid();
begin
  if person is null or words is null then return; end if;
  insert into public.decision_letters (user_id, id, decision_id, side, about, kind, until, circle_name, words)
  select person, letter, d.id, to_side, r.about, d.kind, d.until, coalesce(c.name, ''), write_decision.words
  from public.decisions d join public.reports r on r.id = d.report_id
  left join public.circles c on c.id = r.circle_id
  where d.id = decision;
  perform app.nudge(person, 'decision', null, letter);
end $$;
call app.runs_as_system('app.write_decision(uuid, uuid, public.letter_side, bytea)');

-- Takes hold of what somebody sits in and of what is proposed to them, in the order in which everybody does, so that
-- app.set_aside can take them out of it. Only other functions may call it.
create or replace function app.hold_places(person uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.proposals p
  where p.id in (select o.id from public.proposals o where o.user_id = person and o.ended_at is null)
  order by p.id, p.user_id for update;
  perform from public.circles c
  where c.id in (select m.circle_id from public.memberships m where m.user_id = person and m.left_at is null)
  order by c.id for no key update;
end $$;
call app.runs_as_system('app.hold_places(uuid)');

-- Somebody cannot come for a while. Their seats wait for them as in a break of their own, from which they come back in
-- one press; what they held is held by somebody who is there; and no circle is looked for or kept open for them. Only
-- other functions may call it.
create or replace function app.set_aside(person uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  one uuid;
begin
  for one in select m.circle_id from public.memberships m
             where m.user_id = person and m.left_at is null order by m.circle_id
  loop
    perform app.pause_person(one, person, null);
  end loop;
  update public.waits w set since = null where w.user_id = person;
  for one in select p.id from public.proposals p where p.user_id = person and p.ended_at is null loop
    perform app.end_proposal(one, array[person]);
    perform app.end_small_proposal(one);
  end loop;
end $$;
call app.runs_as_system('app.set_aside(uuid)');

-- What was decided about a person, or about a thing, and nobody took back since.
create or replace function app.what_stands(person uuid, thing uuid)
  returns table (kind public.decision_kind, until timestamptz, at timestamptz, circle_id uuid, thing_id uuid)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select d.kind, d.until, d.created_at, r.circle_id, r.thing_id
  from public.decisions d join public.reports r on r.id = d.report_id
  where (r.reported_id = person or r.thing_id = thing)
    and not exists (select from public.decision_letters l where l.decision_id = d.id and l.side = 'appeal_changed');
end;
call app.runs_as_system('app.what_stands(uuid, uuid)');

-- Lets an account rest, be closed or be open as everything that stands says. A closed one rests until it is erased,
-- however long an appeal takes. Where nothing closes it any more, a day on which its member wanted to leave is theirs
-- again. Only other functions may call it.
create or replace function app.stand_by_decisions(person uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  rests constant timestamptz := (select max(s.until) from app.what_stands(person, null) s where s.kind = 'suspend');
  closed constant timestamptz := (select max(s.at) from app.what_stands(person, null) s where s.kind = 'close');
begin
  update public.users u
  set suspended_until = case when closed is null then rests else closed + interval '10 years' end,
      closed_at = closed,
      leaves_at = case when closed is null and u.closed_at is not null then u.own_leaves_at else u.leaves_at end,
      own_leaves_at = case when closed is not null then u.own_leaves_at end
  where u.id = person;
end $$;
call app.runs_as_system('app.stand_by_decisions(uuid)');

-- The id of what has none of its own, a check-in or something written in a meeting, made of what tells it apart
-- (lib/reports/thing-id.ts makes the same). Whoever reads it learns nothing from it.
create or replace function app.thing_of(circle uuid, author uuid, what text) returns uuid
  language sql immutable
  set search_path = pg_catalog
  return encode(substr(sha256(convert_to(circle || ' ' || author || ' ' || what, 'UTF8')), 1, 16), 'hex')::uuid;
revoke all on function app.thing_of(uuid, uuid, text) from public;
grant execute on function app.thing_of(uuid, uuid, text) to onward_system;

-- The circles in which the viewer sat until not long ago, the last one first. What one is called by now that asked them
-- to leave is for the moderators, who get it with a report.
create or replace function app.circles_i_left() returns table (id uuid, name text, left_at timestamptz, asked boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, c.name, m.left_at, m.removed_at is not null
  from public.memberships m join public.circles c on c.id = m.circle_id
  where m.user_id = app.viewer() and m.circle_id = any (app.my_left_circles())
  order by m.left_at desc, c.id;
end;
call app.runs_as_system('app.circles_i_left()');
grant execute on function app.circles_i_left() to onward_member;

-- What the viewer could read in a circle until they left it not long ago, and who was there, newest first: so that
-- leaving because of something, or being asked to, takes nothing from what can be reported. `beside` is the same for
-- what stands together. Like app.what_was_said it belongs to the one who owns the tables, and the policies for
-- onward_owner let it reach those circles and no further.
create or replace function app.words_where_i_sat(circle uuid)
  returns table (about text, id uuid, author_id uuid, alias text, body text, details text[], created_at timestamptz,
                 beside uuid, week date, outcome text)
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  hidden constant uuid[] := app.hidden_from_me();
  away constant uuid[] := app.put_away();
  until constant timestamptz := (select m.left_at from public.memberships m where m.circle_id = circle and m.user_id = me);
begin
  if circle <> all (app.my_left_circles()) then return; end if;
  return query
    select w.about, w.id, w.author_id, a.alias, w.body, w.details, w.created_at::timestamptz, w.beside, w.week, w.outcome
    from (
      (select 'post' as about, p.id, p.author_id, p.body, coalesce(p.details, '{}') as details, p.created_at,
              p.id as beside, null::date as week, null::text as outcome
       from public.posts p
       where p.circle_id = circle and p.taken_back_at is null and p.id <> all (away)
         and p.held_at is null and p.unseen_at is null and p.hidden_at is null
       order by p.created_at desc limit 1000)
      union all
      (select 'reply', r.id, r.author_id, r.body, '{}', r.created_at, r.post_id, null, null
       from public.replies r
       where r.circle_id = circle and r.taken_back_at is null and r.id <> all (away)
         and r.held_at is null and r.hidden_at is null
       order by r.created_at desc limit 1000)
      union all
      (select 'check-in', app.thing_of(circle, c.author_id, c.week::text), c.author_id, coalesce(c.line, ''),
              array[c.word::text], c.created_at, app.thing_of(circle, c.author_id, c.week::text), c.week, null
       from public.check_ins c where c.circle_id = circle and c.hidden_at is null
       order by c.created_at desc limit 1000)
      union all
      (select 'commitment', c.id, c.author_id, c.words, array_remove(array[c.reason], null), c.created_at,
              app.thing_of(circle, c.author_id, c.week::text), c.week, c.outcome::text
       from public.commitments c where c.circle_id = circle and c.hidden_at is null
       order by c.created_at desc limit 1000)
      union all
      (select 'turn', app.thing_of(circle, t.author_id, t.meeting_id || ' ' || t.step), t.author_id, t.body, '{}',
              t.created_at, md5(t.meeting_id || ' ' || t.step)::uuid, null, null
       from public.written_turns t where t.circle_id = circle and t.hidden_at is null
       order by t.created_at desc limit 1000)
      union all
      select 'person', m.user_id, m.user_id, '', '{}', m.joined_at, null, null, null
      from public.memberships m
      where m.circle_id = circle and m.user_id <> me and m.left_at is distinct from m.joined_at) w
    join public.memberships a on a.circle_id = circle and a.user_id = w.author_id
    where w.created_at <= until and w.author_id <> all (hidden)
    order by w.created_at desc, w.id;
end $$;
revoke all on function app.words_where_i_sat(uuid) from public;
grant execute on function app.words_where_i_sat(uuid) to onward_member;

-- Hides what was reported (`at` is when), or shows it again (null). An ask for a seat is over once it is hidden, and a
-- circle is not listed any more: nobody does that again for them. Only other functions may call it.
create or replace function app.hide_reported(
  called public.report_about, circle uuid, thing uuid, at timestamptz) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  case called
    when 'post', 'reply' then perform app.hide_words(circle, thing, at);
    when 'check_in' then
      update public.check_ins c set hidden_at = at
      where c.circle_id = circle and app.thing_of(circle, c.author_id, c.week::text) = thing;
    when 'commitment' then
      update public.commitments c set hidden_at = at where c.circle_id = circle and c.id = thing;
    when 'turn' then
      update public.written_turns t set hidden_at = at
      where t.circle_id = circle and app.thing_of(circle, t.author_id, t.meeting_id || ' ' || t.step) = thing;
    when 'ask' then if at is not null then perform app.end_ask(circle, thing, null); end if;
    when 'circle' then if at is not null then update public.circles c set listed_at = null where c.id = circle; end if;
    -- A note has one reader, who reported it, and a supporter chooses its id.
    when 'note' then
      update public.supporter_notes n set hidden_at = at
      where n.id = thing and exists (
        select from public.reports r
        where r.about = called and r.thing_id = thing and r.reporter_id = n.user_id);
    else null;
  end case;
end $$;
call app.runs_as_system('app.hide_reported(public.report_about, uuid, uuid, timestamptz)');

-- Decides about a report, and about the others of the same thing that are the viewer's to handle, does what was decided,
-- and writes to both sides. That nothing is done closes no other report of danger.
-- Whoever it is about hears of it only where something follows for them. Answers with one word: decided, before (somebody did), gone.
create or replace function app.decide_report(
  report uuid, decision uuid, called public.decision_kind, ends timestamptz, to_reported bytea, to_reporter bytea)
  returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  it public.reports;
  other public.reports;
  mine constant uuid[] := app.my_cases();
  lives uuid;
begin
  if report <> all (mine) then return 'gone'; end if;
  select * into it from public.reports r where r.id = report;
  -- The circle first, as everybody takes it. While it was waited for it may have joined another one.
  while called = 'remove' and lives is distinct from app.lives_on_in(it.circle_id) loop
    lives := app.lives_on_in(it.circle_id);
    perform from public.circles c where c.id = lives for no key update;
  end loop;
  if called in ('suspend', 'close') then perform app.hold_places(it.reported_id); end if;
  -- Then every report of the thing, in one order: somebody else may decide about another one at this moment.
  perform from public.reports r where r.about = it.about and r.thing_id = it.thing_id order by r.id for update;
  select * into it from public.reports r where r.id = report;
  if it.decided_at is not null then
    return case when exists (select from public.decisions d where d.id = decision) then 'decided' else 'before' end;
  end if;

  insert into public.decisions (id, report_id, moderator_id, kind, until)
  values (decision, report, app.viewer(), called, ends);
  if called = 'close' then
    update public.users u set own_leaves_at = u.leaves_at where u.id = it.reported_id and u.closed_at is null;
  end if;

  if called = 'hide' then perform app.hide_reported(it.about, it.circle_id, it.thing_id, now()); end if;
  if called = 'none' and it.about = 'post'
     and not exists (select from app.what_stands(null, it.thing_id) s where s.kind = 'hide') then
    perform app.hide_words(it.circle_id, it.thing_id, null);
  end if;
  if called = 'remove' then
    -- From where the circle lives on, too.
    perform app.free_seat(lives, it.reported_id);
    update public.memberships m set removed_at = now()
    where m.circle_id in (it.circle_id, lives) and m.user_id = it.reported_id;
    -- Also where they left before it came there.
    perform app.keep_out(lives, m.user_id, m.alias) from public.memberships m
    where m.circle_id = it.circle_id and m.user_id = it.reported_id;
    -- By a link that they know, they would be back with another account.
    update public.invitations i set revoked_at = now()
    where i.circle_id = lives and i.revoked_at is null and i.expires_at > now();
  elsif called = 'suspend' then
    update public.users u set suspended_until = greatest(u.suspended_until, ends) where u.id = it.reported_id;
  elsif called = 'close' then
    update public.users u
    set closed_at = now(), leaves_at = now() + interval '7 days', suspended_until = now() + interval '30 days'
    where u.id = it.reported_id;
  end if;

  if called in ('suspend', 'close') then
    perform app.set_aside(it.reported_id);
    perform app.stand_by_decisions(it.reported_id);
  end if;

  if called <> 'none' or it.reason = 'held' then
    perform app.write_decision(decision, it.reported_id, 'reported', to_reported);
  end if;
  for other in
    update public.reports r set decided_at = now()
    where r.about = it.about and r.thing_id = it.thing_id and r.decided_at is null and r.id = any (mine)
      and (r.id = report or called <> 'none' or r.reason <> 'danger')
    returning *
  loop
    perform app.write_decision(decision, other.reporter_id, 'reporter', to_reporter);
  end loop;
  perform app.note_moderation('decided: ' || called, report);
  return 'decided';
end $$;
call app.runs_as_system(
  'app.decide_report(uuid, uuid, public.decision_kind, timestamptz, bytea, bytea)');
grant execute on function app.decide_report(uuid, uuid, public.decision_kind, timestamptz, bytea, bytea)
  to onward_member;

-- Decides about an appeal: never whoever decided before. Where the decision is changed, what it did is undone, unless
-- another one that stands does the same, and whoever reported it hears of that; whoever was removed may come back by an
-- invitation. Where it stays closed, they have three days to read so. Answers like the one above.
drop function if exists app.decide_appeal(uuid, boolean, bytea);
create or replace function app.decide_appeal(
  appealed uuid, keeps boolean, words bytea, to_reporter bytea default null) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  before public.decisions;
  it public.reports;
  asked public.appeals;
  told uuid;
begin
  select * into before from public.decisions d where d.id = appealed;
  if before.id is null or before.report_id <> all (app.my_cases()) or before.moderator_id = app.viewer() then
    return 'gone';
  end if;
  select * into asked from public.appeals a where a.decision_id = appealed for update;
  if asked.decision_id is null then return 'gone'; end if;
  if asked.decided_at is not null then
    return case when asked.moderator_id = app.viewer() then 'decided' else 'before' end;
  end if;
  select * into it from public.reports r where r.id = before.report_id;

  update public.appeals a set decided_at = now(), moderator_id = app.viewer() where a.decision_id = appealed;
  -- What was kept with the report is needed for as long again.
  update public.reports r set decided_at = now() where r.id = before.report_id;
  perform app.write_decision(
    appealed, asked.user_id,
    case when keeps then 'appeal_kept' else 'appeal_changed' end::public.letter_side, words);
  if keeps then
    update public.users u set leaves_at = greatest(u.leaves_at, now() + interval '3 days')
    where u.id = asked.user_id and u.closed_at is not null and before.kind = 'close';
  else
    if before.kind = 'hide'
       and not exists (select from app.what_stands(null, it.thing_id) s where s.kind = 'hide') then
      perform app.hide_reported(it.about, it.circle_id, it.thing_id, null);
    elsif before.kind = 'remove' then
      update public.memberships m set removed_at = null
      where m.circle_id in (it.circle_id, app.lives_on_in(it.circle_id)) and m.user_id = asked.user_id
        and not exists (select from app.what_stands(asked.user_id, null) s
                        where s.kind = 'remove' and app.lives_on_in(s.circle_id) = app.lives_on_in(it.circle_id));
    elsif before.kind in ('suspend', 'close') then
      perform app.stand_by_decisions(asked.user_id);
    end if;
    for told in
      select distinct r.reporter_id from public.decision_letters l
      join public.reports r on r.about = it.about and r.thing_id = it.thing_id and r.reporter_id = l.user_id
      where l.decision_id = appealed and l.side = 'reporter'
    loop
      perform app.write_decision(appealed, told, 'reporter_changed', to_reporter);
    end loop;
  end if;
  perform app.note_moderation(
    case when keeps then 'appeal: kept' else 'appeal: changed' end, before.report_id);
  return 'decided';
end $$;
call app.runs_as_system('app.decide_appeal(uuid, boolean, bytea, bytea)');
grant execute on function app.decide_appeal(uuid, boolean, bytea, bytea) to onward_member;
