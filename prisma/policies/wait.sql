-- What somebody said who looks for a circle is theirs alone. The worker compares it, and tells nobody more than that a
-- circle fits.

call app.close_table('waits');
grant select, insert, delete,
      update (time_zone, languages, hours, level, field, pace, need, employer_mark, can_hold, alias, since,
              rests_until, silent_at) on waits to onward_member;
grant select, update (since, rests_until, silent_at) on waits to onward_system;

create policy "members see what they said" on waits for select to onward_member
  using (user_id = (select app.viewer()));
create policy "members look for a circle as themselves" on waits for insert to onward_member
  with check (user_id = (select app.viewer()));
create policy "members change what they said" on waits for update to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "members stop looking" on waits for delete to onward_member
  using (user_id = (select app.viewer()));
create policy "the system looks for circles" on waits to onward_system
  using (true) with check (true);
create policy "an account that looks for a circle is not unused" on waits for select to onward_owner
  using (user_id = (select app.leaver()));
