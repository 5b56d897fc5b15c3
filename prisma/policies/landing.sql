-- Whoever lands leaves well. That they did is their own to know; their circle sees it where they said so, and may not
-- where either shares nothing with the other. They come back whenever a seat is free, without anybody's leave.

call app.close_table('landings');
grant select, update (shown_at, support_at) on landings to onward_member;
grant select, insert, update (landed_at, shown_at, support_at), delete on landings to onward_system;

create policy "members see their own landings" on landings for select to onward_member
  using (user_id = (select app.viewer()));
create policy "a circle sees who landed and said so" on landings for select to onward_member
  using (shown_at is not null and circle_id = any ((select app.my_circles())::uuid[])
         and user_id <> all ((select app.hidden_from_me())::uuid[]));
create policy "members say who sees that they landed" on landings for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "landings are kept until somebody comes back" on landings to onward_system
  using (true) with check (true);

-- Frees the viewer's seat and keeps that they landed. Answers whether they sat there.
create or replace function app.land(circle uuid, shown boolean, supports boolean) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from public.circles c where c.id = circle for no key update;
  if not circle = any (app.my_circles()) then return false; end if;
  perform app.free_seat(circle, app.viewer());
  insert into public.landings (circle_id, user_id, shown_at, support_at)
  values (circle, app.viewer(), case when shown then now() end, case when supports then now() end)
  on conflict (circle_id, user_id) do update
    set landed_at = now(), shown_at = excluded.shown_at, support_at = excluded.support_at;
  return true;
end $$;
call app.runs_as_system('app.land(uuid, boolean, boolean)');
grant execute on function app.land(uuid, boolean, boolean) to onward_member;

-- The circles from which the viewer landed, as they may come back to them. Whoever was asked to leave may not.
create or replace function app.my_landings()
  returns table (circle_id uuid, name text, alias text, landed_at timestamptz, shown boolean, supports boolean,
                 has_seat boolean)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, c.name, m.alias, l.landed_at, l.shown_at is not null, l.support_at is not null,
         (select count(*) from public.memberships o where o.circle_id = c.id and o.left_at is null) < 8
           -- As app.seat_viewer decides: where somebody sits with whom they share nothing, it reads as if it were full.
           and not exists (select from public.memberships o where o.circle_id = c.id and o.left_at is null
                           and o.user_id = any (app.hidden_from_me()))
  from public.landings l
  join public.memberships m on m.circle_id = l.circle_id and m.user_id = l.user_id
  join public.circles c on c.id = l.circle_id
  where l.user_id = app.viewer() and m.left_at is not null and m.removed_at is null
  order by l.landed_at desc;
end;
call app.runs_as_system('app.my_landings()');
grant execute on function app.my_landings() to onward_member;

-- Gives whoever landed their seat again, under the alias that they had. Answers like app.seat_viewer, and "gone" to
-- whoever did not land there.
create or replace function app.return_to_circle(circle uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  called text;
begin
  if circle = any (app.my_circles()) then return 'here'; end if;
  select m.alias into called
  from public.landings l join public.memberships m on m.circle_id = l.circle_id and m.user_id = l.user_id
  where l.circle_id = circle and l.user_id = app.viewer();
  if called is null then return 'gone'; end if;
  return app.seat_viewer(circle, called, null);
end $$;
call app.runs_as_system('app.return_to_circle(uuid)');
grant execute on function app.return_to_circle(uuid) to onward_member;
