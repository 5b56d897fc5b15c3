-- Which mails somebody chose for themselves is theirs alone; the worker reads it to keep to it. What the worker queued
-- and when is the worker's to know. Whoever holds the secret in a mail can stop that kind of mail, and learns nothing but
-- which kind it is and whether it still comes.

call app.close_table('reminder_settings');
grant select, insert,
      update (evening_hour, digest_hour, follow_up_hour, quiet_from, quiet_until, paused_at, refused_at)
  on reminder_settings to onward_member;
grant select, insert, update on reminder_settings to onward_system;
create policy "which mails somebody chose is theirs alone" on reminder_settings to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "the worker keeps to what was chosen" on reminder_settings to onward_system
  using (true) with check (true);

call app.close_table('reminders');
grant select, insert, update (leaving_at, sent_at), delete on reminders to onward_system;
create policy "the worker notes what it queued" on reminders to onward_system
  using (true) with check (true);

call app.close_table('unsubscribe_links');
grant select, insert, update on unsubscribe_links to onward_system;
create policy "a secret in a mail is recognised" on unsubscribe_links to onward_system
  using (true) with check (true);

-- Whether no mail of these may go to a member, whatever they chose: they paused them, their address takes none or is not
-- known to be theirs, they are about to leave, or moderators let their account rest.
-- It is read into each statement that asks it, so it sets nothing.
create or replace function app.takes_no_reminders(person public.users, chosen public.reminder_settings) returns boolean
  language sql stable
  return (person).verified_at is null or (person).leaves_at is not null or coalesce((person).suspended_until > now(), false)
    or (chosen).paused_at is not null or (chosen).refused_at is not null;
revoke all on function app.takes_no_reminders(public.users, public.reminder_settings) from public;
grant execute on function app.takes_no_reminders(public.users, public.reminder_settings) to onward_system;

-- Another address may have a mailbox where the one before had none.
create or replace function app.note_new_address() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.reminder_settings set refused_at = null where user_id = new.id and refused_at is not null;
  return null;
end $$;
call app.runs_as_system('app.note_new_address()');
create or replace trigger note_new_address after update of email on users
  for each row when (old.email is distinct from new.email) execute function app.note_new_address();

-- Which kind of mail a secret stops, and whether it still comes. No row where the secret is wrong, or nobody's any more.
create or replace function app.find_unsubscribe(hash bytea) returns table (kind public.reminder_kind, comes boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select l.kind,
    case l.kind when 'evening' then s.evening_hour is not null when 'digest' then s.digest_hour is not null
      when 'follow_ups' then s.follow_up_hour is not null else u.nudge_mails_at is not null end
  from public.unsubscribe_links l
  join public.users u on u.id = l.user_id
  left join public.reminder_settings s on s.user_id = l.user_id
  where l.secret_hash = hash;
end;
call app.runs_as_system('app.find_unsubscribe(bytea)');
grant execute on function app.find_unsubscribe(bytea) to onward_app, onward_member;

-- Stops that kind of mail, and answers whether there was anything behind the secret. Doing it twice changes nothing.
create or replace function app.unsubscribe(hash bytea) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  link record;
begin
  select l.user_id, l.kind into link from public.unsubscribe_links l where l.secret_hash = hash;
  if not found then return false; end if;
  if link.kind = 'nudges' then
    update public.users set nudge_mails_at = null where id = link.user_id and nudge_mails_at is not null;
  else
    update public.reminder_settings s
    set evening_hour = case link.kind when 'evening' then null else s.evening_hour end,
        digest_hour = case link.kind when 'digest' then null else s.digest_hour end,
        follow_up_hour = case link.kind when 'follow_ups' then null else s.follow_up_hour end
    where s.user_id = link.user_id;
  end if;
  return true;
end $$;
call app.runs_as_system('app.unsubscribe(bytea)');
grant execute on function app.unsubscribe(bytea) to onward_app;

-- The moments at which somebody said something that stands, as they are counted for themselves (app.when_i_spoke). For the
-- function below alone.
create or replace function app.when_they_spoke(person uuid, since timestamptz) returns setof timestamptz
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.viewer', person::text, true);
  return query select app.when_i_spoke(since);
  perform set_config('app.viewer', '', true);
end $$;
revoke all on function app.when_they_spoke(uuid, timestamptz) from public;

-- How much each of these people wrote down since their last digest, or in seven days where there was none of late, in
-- numbers and nothing else: times of effort, days on which they showed up (as Today counts them, words in circles among
-- them), and wins. What was written down counts, whatever day it was for, so it is in one digest and in no other; what is
-- just being written is left to the next. `clocks` says of each zone which day the first of its mornings begins. It belongs
-- to the owner of the tables, and reads rows only while it says what it looks for.
drop function if exists app.weeks_in_numbers(uuid[], date[], date[]);
create or replace function app.weeks_in_numbers(people uuid[], zones text[], clocks jsonb, until timestamptz)
  returns table (person uuid, efforts int, days int, wins int)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.looks_for', 'reminders', true);
  return query
    with settled as (select until - interval '1 minute' as at), spans as materialized (
      select p.person, (clocks -> p.zone ->> 'from')::date as first,
             array(select m::timestamptz from jsonb_array_elements_text(clocks -> p.zone -> 'mornings') m) as mornings,
             coalesce((select max(r.queued_at) - interval '1 minute' from public.reminders r
                       where r.user_id = p.person and r.kind = 'digest' and r.queued_at > until - interval '8 days'),
                      settled.at - interval '7 days') as since, settled.at as until
      from unnest(people, zones) p (person, zone), settled
    )
    select s.person, count(*) filter (where n.what = 'effort')::int, count(distinct n.day)::int,
           count(*) filter (where n.what = 'win')::int
    from spans s
    left join lateral (
      -- Whatever day an effort is for, it is none of before these.
      select e.day, 'effort' as what from public.goals g join public.efforts e on e.user_id = g.user_id and e.goal_id = g.id
      where g.user_id = s.person and g.deleted_at is null and e.day >= s.first - 70
        and e.created_at > s.since and e.created_at <= s.until
      union all
      select w.day, 'win' from public.wins w
      where w.user_id = s.person and w.deleted_at is null and w.created_at > s.since and w.created_at <= s.until
      union all
      select s.first + width_bucket(said.at, s.mornings) - 1, 'word'
      from app.when_they_spoke(s.person, s.since) said (at) where said.at > s.since and said.at <= s.until
    ) n on true
    group by s.person;
  perform set_config('app.looks_for', '', true);
end $$;
revoke all on function app.weeks_in_numbers(uuid[], text[], jsonb, timestamptz) from public;
grant execute on function app.weeks_in_numbers(uuid[], text[], jsonb, timestamptz) to onward_system;

-- What came due for each of these people by their day, one row for each thing: a letter for feedback that nobody has
-- answered, whose day for a reminder has come, an experiment whose last day it was, or something to learn, the finish
-- line of one of whose open steps has come. It says which, for which day that was, and nothing of what stands in it. What
-- a mail spoke of for that day, or its member put away, is not due again, nor what came due more than three days ago; and
-- nothing is on a day (since `mornings`) on which they wrote a setback down.
drop function if exists app.follow_ups_due(uuid[], date[], timestamptz[]);
drop function if exists app.came_due(uuid[], date[], timestamptz[]);
create or replace function app.came_due(people uuid[], days date[], mornings timestamptz[])
  returns table (person uuid, about uuid, kind text, due_on date)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform set_config('app.looks_for', 'reminders', true);
  return query
    select p.person, due.id, due.kind, due.day
    from unnest(people, days, mornings) p (person, day, morning)
    cross join lateral (
      select f.id, 'letter-due' as kind, f.follow_up_on as day from public.feedback_requests f
      where f.user_id = p.person and f.deleted_at is null and f.asked_on is not null and f.followed_up_on is null
        and f.answered_on is null and f.silent_on is null
        and f.follow_up_on > p.day - 3 and f.follow_up_on <= p.day
      union all
      select x.id, 'experiment-due', x.until_day from public.experiments x
      where x.user_id = p.person and x.deleted_at is null and x.ended_on is null and x.verdict is null
        and x.until_day > p.day - 3 and x.until_day <= p.day
      union all
      select l.id, 'step-due', max(step.by) from public.learning_plans l
      cross join lateral (values (0, l.by1), (1, l.by2), (2, l.by3)) step (place, by)
      where l.user_id = p.person and l.deleted_at is null
        and step.by > p.day - 3 and step.by <= p.day and step.place <> all (l.done_steps)
      group by l.id
    ) due
    where not exists (
        select from public.nudges n where n.user_id = p.person and n.about_id = due.id
          and (n.mailed_at is not null or n.done_at is not null) and (n.due_on is null or n.due_on >= due.day))
      and not exists (
        select from public.setbacks s
        where s.user_id = p.person and s.deleted_at is null and s.created_at >= p.morning);
  perform set_config('app.looks_for', '', true);
end $$;
revoke all on function app.came_due(uuid[], date[], timestamptz[]) from public;
grant execute on function app.came_due(uuid[], date[], timestamptz[]) to onward_system;

-- The same for the version before, which goes on planning during an upgrade and knows of nothing to learn.
create or replace function app.follow_ups_due(people uuid[], days date[], mornings timestamptz[])
  returns table (person uuid, about uuid, is_letter boolean)
  language sql volatile
begin atomic
  select d.person, d.about, d.kind = 'letter-due' from app.came_due(people, days, mornings) d where d.kind <> 'step-due';
end;
revoke all on function app.follow_ups_due(uuid[], date[], timestamptz[]) from public;
grant execute on function app.follow_ups_due(uuid[], date[], timestamptz[]) to onward_system;
create policy "the last digest says where the next one begins" on reminders for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

-- A line under "Waiting for you" about something that was due ends by itself, with whatever ends it.
create or replace trigger note_followed_up after update on feedback_requests
  for each row when (new.deleted_at is not null or new.followed_up_on is not null or new.answered_on is not null
                     or new.silent_on is not null)
  execute function app.note_gone();
create or replace trigger note_weighed after update on experiments
  for each row when (new.deleted_at is not null or new.ended_on is not null or new.verdict is not null)
  execute function app.note_gone();
create or replace trigger note_learned after update on learning_plans
  for each row when (new.deleted_at is not null or new.done_steps is distinct from old.done_steps)
  execute function app.note_gone();

-- Another day that was set for it comes due anew: the line about the one before makes room.
create or replace function app.note_due_anew() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  delete from public.nudges n where n.user_id = new.user_id and n.about_id = new.id and n.kind like '%-due';
  return null;
end $$;
call app.runs_as_system('app.note_due_anew()');
create or replace trigger note_follow_up_anew after update of follow_up_on on feedback_requests
  for each row when (new.follow_up_on is distinct from old.follow_up_on) execute function app.note_due_anew();
create or replace trigger note_weighing_anew after update of until_day on experiments
  for each row when (new.until_day is distinct from old.until_day) execute function app.note_due_anew();
create or replace trigger note_learning_anew after update of by1, by2, by3 on learning_plans
  for each row when ((new.by1, new.by2, new.by3) is distinct from (old.by1, old.by2, old.by3))
  execute function app.note_due_anew();
