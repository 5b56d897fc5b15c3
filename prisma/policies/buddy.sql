-- Buddies are nothing that is kept: who looks out for whom follows from who sits in a circle, and the month. A member
-- is told who is their own buddy, and of nobody else's, since from all of them together it could be guessed who does
-- not want to meet whom.

-- Pairs people up for a month, as a round robin does: month by month everybody is paired with everybody. Those who
-- are kept apart (one of `ones` and one of `others`, at the same place in both) are never paired; whom the wheel
-- leaves alone then, or because the number is odd, finds somebody else who is alone, or joins a pair. So nobody is
-- alone who could have a buddy, and somebody may have two.
create or replace function app.pair_up(people uuid[], month int, ones uuid[], others uuid[])
  returns table (person uuid, buddy uuid)
  language plpgsql immutable
  set search_path = pg_catalog
as $$
declare
  seats constant int := cardinality(people);
  -- With an even number one stays in the hub; with an odd one the hub is empty.
  rim constant int := seats - 1 + seats % 2;
  here uuid[] := '{}';
  there uuid[] := '{}';
  one uuid;
  mate uuid;
begin
  -- Where nobody is there who could be asked, there is no list at all.
  if coalesce(seats, 0) < 2 then return; end if;
  for step in 0 .. rim / 2 loop
    one := people[1 + (month + step) % rim];
    mate := people[1 + case step when 0 then rim else (month - step + rim) % rim end];
    continue when mate is null or (one, mate) in (select a, b from unnest(ones || others, others || ones) p(a, b));
    here := here || one || mate;
    there := there || mate || one;
  end loop;

  -- First among those who are alone, then with whoever has fewest.
  for alone in 0 .. 1 loop
    for turn in 0 .. seats - 1 loop
      one := people[1 + (month + turn) % seats];
      continue when one = any (here);
      select p into mate from unnest(people) with ordinality p(p, at)
      where p <> one and (alone = 1 or p <> all (here))
        and (one, p) not in (select a, b from unnest(ones || others, others || ones) pair(a, b))
      order by cardinality(array_positions(here, p)), (at + month) % seats
      limit 1;
      continue when mate is null;
      here := here || one || mate;
      there := there || mate || one;
    end loop;
  end loop;
  return query select * from unnest(here, there);
end $$;
revoke all on function app.pair_up(uuid[], int, uuid[], uuid[]) from public;
grant execute on function app.pair_up(uuid[], int, uuid[], uuid[]) to onward_system;

-- Everybody's buddies in a circle in a month (the year times twelve, and the month). Who is paused has none.
create or replace function app.buddies_in(circle uuid, month int) returns table (person uuid, buddy uuid)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  with here as (
    select array_agg(m.user_id order by m.seat) as people from public.memberships m
    where m.circle_id = circle and m.left_at is null and m.paused_at is null
  ), apart as (
    select coalesce(array_agg(b.user_id), '{}') as ones, coalesce(array_agg(b.blocked_id), '{}') as others
    from public.blocks b, here where b.user_id = any (here.people) and b.blocked_id = any (here.people)
  )
  select pair.person, pair.buddy from here, apart, app.pair_up(here.people, month, apart.ones, apart.others) pair;
end;
call app.runs_as_system('app.buddies_in(uuid, int)');

-- Who is the viewer's buddy in a circle in which they sit.
create or replace function app.my_buddies(circle uuid, month int) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select b.buddy from app.buddies_in(circle, month) b where b.person = app.viewer();
end;
call app.runs_as_system('app.my_buddies(uuid, int)');
grant execute on function app.my_buddies(uuid, int) to onward_member;
