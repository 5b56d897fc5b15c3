-- What was typed and not sent is its member's alone.

call app.close_table('drafts');
grant select, insert, update, delete on drafts to onward_member;
create policy "drafts are their member's alone" on drafts to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "drafts that rested for half a year are cleared away" on drafts to onward_owner
  using (saved_at < now() - interval '180 days');
create policy "an account with drafts is not unused" on drafts for select to onward_owner
  using (user_id = (select app.leaver()));

-- Words of a browser that was signed out meanwhile: kept sealed, handed out once to whoever holds their
-- id, which only that browser's cookie does, and gone after an hour.
call app.close_table('parked_words');
grant select, insert, delete on parked_words to onward_system;
create policy "parked words wait for their browser" on parked_words to onward_system
  using (true) with check (true);

-- Keeps sealed words for an hour and drops what is older. Answers false when too much is parked already:
-- whoever is not signed in must not be able to fill the disk.
create or replace function app.park_words(ticket uuid, sealed_words bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  delete from public.parked_words where expires_at < now();
  if length(sealed_words) > 300000 or (select count(*) from public.parked_words) >= 2000 then return false; end if;
  insert into public.parked_words (id, sealed, expires_at) values (ticket, sealed_words, now() + interval '1 hour');
  return true;
end $$;
call app.runs_as_system('app.park_words(uuid, bytea)');
grant execute on function app.park_words(uuid, bytea) to onward_app;

create or replace function app.fetch_words(ticket uuid) returns bytea
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  delete from public.parked_words where id = ticket and expires_at > now() returning sealed;
end;
call app.runs_as_system('app.fetch_words(uuid)');
grant execute on function app.fetch_words(uuid) to onward_app;
