-- Wins are their member's alone until they put one in a circle, which makes a post of it.

call app.close_table('wins');
grant select, insert, update, delete on wins to onward_member;
create policy "wins are their member's alone" on wins to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));
create policy "what was deleted long ago is cleared away" on wins to onward_owner
  using (deleted_at < now() - interval '30 days');
create policy "wins are gathered for a supporter" on wins for select to onward_owner
  using (user_id = (select app.supported()));
create policy "an account with wins is not unused" on wins for select to onward_owner
  using (user_id = (select app.leaver()));
create policy "wins are counted for their member" on wins for select to onward_owner
  using ((select app.looks_for()) = 'reminders');

-- A picture beside a win is its member's alone, always: neither a circle nor a supporter is ever shown it.
call app.close_table('win_pictures');
grant select, insert, update, delete on win_pictures to onward_member;
create policy "pictures are their member's alone" on win_pictures to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

-- What Onward noticed, and what its member made of it.
call app.close_table('noticed_wins');
grant select, insert, update on noticed_wins to onward_member;
create policy "what was noticed is their member's alone" on noticed_wins to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

-- On which day somebody wanted no further step.
call app.close_table('declined_steps');
grant select, insert, update on declined_steps to onward_member;
create policy "a step that was declined is their member's alone" on declined_steps to onward_member
  using (user_id = (select app.viewer())) with check (user_id = (select app.viewer()));

-- The moments, since one of them, at which the viewer answered a post of somebody else's, the first answer to each: in
-- whatever circle, so that it counts when they leave. It tells nothing of what was said there, nor whom they answered.
-- As app.when_i_spoke (post.sql) it belongs to the one who owns the tables, and sees no rows but the viewer's own.
create or replace function app.when_i_answered(since timestamptz) returns setof timestamptz
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  me constant uuid := app.viewer();
  circles constant uuid[] := array(select m.circle_id from public.memberships m where m.user_id = me);
begin
  return query
    select min(r.created_at)::timestamptz from public.replies r
    where r.circle_id = any (circles) and r.author_id = me and r.taken_back_at is null
      and r.held_at is null and r.hidden_at is null
      -- Only what was answered since is gone through, whole.
      and r.post_id = any (array(select l.post_id from public.replies l
                                 where l.circle_id = any (circles) and l.author_id = me and l.created_at >= since))
      and not exists (select from public.posts p
                      where p.circle_id = r.circle_id and p.id = r.post_id and p.author_id = me)
    group by r.circle_id, r.post_id
    having min(r.created_at) >= since;
end $$;
revoke all on function app.when_i_answered(timestamptz) from public;
grant execute on function app.when_i_answered(timestamptz) to onward_member;
