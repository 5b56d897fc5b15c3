-- That somebody is willing to be asked about a kind of setback is theirs alone. Whoever is asked learns that a post
-- could use what they know; nobody learns who was asked, or that anybody was.

call app.close_table('advice_offers');
grant select, insert, delete on advice_offers to onward_member;

create policy "who is willing is their own affair" on advice_offers to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "whoever is willing may be asked" on advice_offers for select to onward_owner
  using ((select app.looks_for()) = 'advice');

-- Which of these people are willing to be asked about a kind of setback, and came through one: they let it go, or it
-- happened a month ago. Nobody, unless the viewer just shared a setback in this post and is open to ideas. Only
-- app.ask_for_advice may call it.
create or replace function app.who_came_through(circle uuid, post uuid, wanted public.setback_kind, among uuid[])
  returns uuid[]
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  found_people uuid[] := '{}';
begin
  perform set_config('app.looks_for', 'advice', true);
  if exists (
    select from public.posts p
    where p.circle_id = circle and p.id = post and p.author_id = app.viewer() and p.kind = 'setback'
      and p.need in ('ideas', 'both') and p.taken_back_at is null)
  then
    found_people := array(
      select o.user_id from public.advice_offers o
      where o.user_id = any (among) and o.kind = wanted and exists (
        select from public.setbacks s
        where s.user_id = o.user_id and s.kind = wanted and s.deleted_at is null
          and (s.closed_at is not null or s.day < current_date - 30)));
  end if;
  perform set_config('app.looks_for', '', true);
  return found_people;
end $$;
revoke all on function app.who_came_through(uuid, uuid, public.setback_kind, uuid[]) from public;
grant execute on function app.who_came_through(uuid, uuid, public.setback_kind, uuid[]) to onward_system;

-- Asks at most two of those in a circle who came through the same kind of setback as the viewer just shared there,
-- once for each post, and nobody more than once a week; first whoever was not asked for longest. It answers nothing,
-- whoever was asked.
create or replace function app.ask_for_advice(circle uuid, post uuid, wanted public.setback_kind) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  called constant text := 'post-advice';
  among uuid[];
begin
  -- One post after the other, so that nobody is asked twice at the same moment.
  perform pg_advisory_xact_lock(hashtextextended(called, 0));
  if exists (select from public.nudges n where n.about_id = post and n.kind = called) then return; end if;
  among := array(
    select m.user_id from public.memberships m
    where m.circle_id = circle and m.user_id <> me and m.left_at is null and m.paused_at is null
      and not exists (
        select from public.blocks b where (b.user_id, b.blocked_id) in ((me, m.user_id), (m.user_id, me)))
      and not exists (
        select from public.nudges n
        where n.user_id = m.user_id and n.kind = called and n.created_at > now() - interval '7 days'));
  perform app.nudge(asked.person, called, circle, post)
  from (
    select person from unnest(app.who_came_through(circle, post, wanted, among)) person
    order by (select max(n.created_at) from public.nudges n where n.user_id = person and n.kind = called) nulls first,
      random()
    limit 2) asked;
end $$;
call app.runs_as_system('app.ask_for_advice(uuid, uuid, public.setback_kind)');
grant execute on function app.ask_for_advice(uuid, uuid, public.setback_kind) to onward_member;
