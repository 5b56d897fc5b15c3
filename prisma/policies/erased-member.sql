-- Whoever deletes an account leaves one line behind, however it is done: a hash of its id, by which a restored
-- backup knows whom it must not bring back. The system and a backup read it, and nobody takes a line out.

call app.close_table('erased_members');
grant select, insert on erased_members to onward_system;
create policy "a deletion is noted" on erased_members for insert to onward_system with check (true);
create policy "the system keeps a list outside" on erased_members for select to onward_system using (true);

create or replace function app.note_erased_member() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  insert into public.erased_members (id_hash) values (sha256(convert_to(old.id::text, 'UTF8')))
  on conflict do nothing;
  return null;
end $$;
call app.runs_as_system('app.note_erased_member()');

create or replace trigger note_erased_member after delete on users
  for each row execute function app.note_erased_member();
