-- Keys, codes and providers are for signing in: what decides there sees them, and a member sees which of
-- them they have. Nobody is shown a secret again once it is set up.

call app.close_table('passkeys');
grant select (user_id, id, name, created_at, used_at), delete on passkeys to onward_member;
grant select, insert, update, delete on passkeys to onward_system;
create policy "a member sees and takes out their own passkeys" on passkeys to onward_member
  using (user_id = (select app.viewer()));
create policy "signing in sees passkeys" on passkeys to onward_system
  using (true) with check (true);

call app.close_table('one_time_codes');
grant select (user_id, confirmed_at, created_at) on one_time_codes to onward_member;
grant select, insert, update, delete on one_time_codes to onward_system;
create policy "a member sees whether codes are asked of them" on one_time_codes for select to onward_member
  using (user_id = (select app.viewer()));
create policy "signing in sees one-time codes" on one_time_codes to onward_system
  using (true) with check (true);

call app.close_table('recovery_codes');
grant select (user_id, used_at) on recovery_codes to onward_member;
grant select, insert, update, delete on recovery_codes to onward_system;
create policy "a member sees how many recovery codes are left" on recovery_codes for select to onward_member
  using (user_id = (select app.viewer()));
create policy "signing in sees recovery codes" on recovery_codes to onward_system
  using (true) with check (true);

call app.close_table('linked_providers');
grant select (user_id, provider, created_at, used_at) on linked_providers to onward_member;
grant select, insert, update, delete on linked_providers to onward_system;
create policy "a member sees their own providers" on linked_providers for select to onward_member
  using (user_id = (select app.viewer()));
create policy "signing in sees providers" on linked_providers to onward_system
  using (true) with check (true);

call app.close_table('sign_in_steps');
grant select, insert, update, delete on sign_in_steps to onward_system;
create policy "signing in goes step by step" on sign_in_steps to onward_system
  using (true) with check (true);

-- Limits are kept by those who are not signed in yet, too. No key names anybody.
call app.close_table('limits');
grant select, insert, update, delete on limits to onward_system;
create policy "limits are counted by the system" on limits to onward_system
  using (true) with check (true);
