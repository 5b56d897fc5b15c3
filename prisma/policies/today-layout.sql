-- How somebody has arranged their Today is theirs alone.

call app.close_table('today_layouts');
grant select, insert, update (sections, hidden, pictures), delete on today_layouts to onward_member;
create policy "how Today is arranged is its member's alone" on today_layouts to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
