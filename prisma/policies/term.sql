-- Everybody is in a circle for twelve weeks at a time, and chooses then: to stay, to rest, to land. Whoever says nothing
-- stays: a term that is over takes nobody's seat.

-- Begins the viewer's next twelve weeks: when these end, or now where they have ended. Only in the last week of a term
-- or after it, so that pressing twice is once. Answers whether they sit there.
create or replace function app.renew_term(circle uuid) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update public.memberships m set term_from = greatest(m.term_from + interval '84 days', now())
  where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null
    and m.term_from <= now() - interval '77 days';
  if found then
    update public.nudges n set done_at = now()
    where n.user_id = app.viewer() and n.circle_id = circle and n.kind = 'term-ends' and n.done_at is null;
  end if;
  return circle = any (app.my_circles());
end $$;
call app.runs_as_system('app.renew_term(uuid)');
grant execute on function app.renew_term(uuid) to onward_member;

-- Asks everybody whose term is in its last week, once a term, and answers how many it asked. For the worker. Whoever is
-- paused is left in peace.
create or replace function app.ask_about_terms() returns bigint
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  select count(*) filter (where app.nudge(m.user_id, 'term-ends', m.circle_id,
    md5(m.circle_id::text || ' ' || extract(epoch from m.term_from)::bigint)::uuid))
  from public.memberships m
  where m.left_at is null and m.paused_at is null and m.term_from <= now() - interval '77 days';
end;
call app.runs_as_system('app.ask_about_terms()');
