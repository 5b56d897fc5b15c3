-- Whoever made a block sees it; the other never does. What it hides, it hides from both (app.hidden_from_me): to each
-- it looks as if the other's account had been erased. Nobody writes one by hand, since that takes knowing who somebody
-- is: it is made by circle and alias.

call app.close_table('blocks');
grant select, delete on blocks to onward_member;
grant select, insert on blocks to onward_system;

create policy "members see whom they blocked" on blocks for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members take their own blocks back" on blocks for delete to onward_member
  using (user_id = (select app.viewer()));
create policy "the system keeps those apart who blocked each other" on blocks to onward_system
  using (true) with check (true);
create policy "an answer is none to whom it is hidden from" on blocks for select to onward_owner
  using ((select app.looks_for()) = 'answers');

-- Blocks whoever is or was called that in a circle where the viewer sits, and answers whether they are blocked now. Whom
-- the viewer does not see, because it was the other who blocked them, is not there.
create or replace function app.block_somebody(circle uuid, called text) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  them uuid;
begin
  if circle <> all (app.my_circles()) then return false; end if;
  select m.user_id into them from public.memberships m
  where m.circle_id = circle and m.alias = called and m.user_id <> me;
  if them is null then return false; end if;
  if exists (select from public.blocks b where b.user_id = me and b.blocked_id = them) then return true; end if;
  if them = any (app.hidden_from_me()) then return false; end if;
  insert into public.blocks (user_id, blocked_id, circle_id, alias, circle_name)
  select me, them, circle, called, c.name from public.circles c where c.id = circle
  on conflict do nothing;
  return true;
end $$;
call app.runs_as_system('app.block_somebody(uuid, text)');
grant execute on function app.block_somebody(uuid, text) to onward_member;
