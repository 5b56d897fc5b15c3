-- A circle is visible to those who sit in it, from the moment they join to the moment they leave.
-- Facilitators may change how it is described and what it agreed on.

call app.close_table('circles');
grant select, insert, update (name, purpose, language, time_zone, meeting_day, meeting_time, second_meeting_day,
                              second_meeting_time, video_link, agreements)
  on circles to onward_member;
-- How it is listed for those outside, and for those who wait (open-circle.sql).
grant update (pace, listed_at, listed_words, matched_at, takes_up_to) on circles to onward_member;
-- A circle that four people said yes to is opened for them (proposal.sql).
grant select, insert on circles to onward_system;
-- Taking a seat locks the circle's row so that two people never take the same one. The worker notes which circles
-- became small, and clears those away in which nobody has sat for long.
grant update (id, few_since, few_told_at), delete on circles to onward_system;
-- What joined another circle, or takes in nobody any more, offers no seats (merge.sql, proposal.sql).
grant update (listed_at, matched_at) on circles to onward_system;

create policy "members see their circles" on circles for select to onward_member
  using (id = any ((select app.my_circles())::uuid[]));
create policy "anyone may open a circle, as themselves" on circles for insert to onward_member
  with check (opened_by_id = (select app.viewer()));
create policy "facilitators describe their circle" on circles for update to onward_member
  using (id = any ((select app.my_facilitated_circles())::uuid[]))
  with check (id = any ((select app.my_facilitated_circles())::uuid[]));
create policy "seats are given out" on circles to onward_system
  using (true) with check (true);
create policy "a circle outlives whoever opened it" on circles to onward_owner
  using (id = any ((select app.leavers_circles())::uuid[]));

-- A circle that meets once has no second moment, and the second is on another day than the first. The app says so before
-- it comes to that; a form of the version before knows of no second moment, and what it sends is kept all the same: the
-- second is open again then, and whoever looks after the circle is asked for another.
create or replace function app.keep_second_meeting() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  new.second_meeting_day := null;
  new.second_meeting_time := null;
  return new;
end $$;
revoke all on function app.keep_second_meeting() from public;

create or replace trigger keep_second_meeting before update of meeting_day, pace on circles for each row
  when (new.second_meeting_day is not distinct from old.second_meeting_day
        and (new.pace = 'weekly' or new.second_meeting_day = new.meeting_day))
  execute function app.keep_second_meeting();
