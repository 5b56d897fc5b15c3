-- Facilitators make invitations, see who came by them and take them back. Whoever holds the link sees
-- the circle's name, purpose and agreements, and nothing of its people or posts.

call app.close_table('invitations');
grant select, insert, update (revoked_at) on invitations to onward_member;
grant select, update (revoked_at) on invitations to onward_system;

create policy "facilitators see invitations" on invitations for select to onward_member
  using (circle_id = any ((select app.my_facilitated_circles())::uuid[])
         and made_by_id <> all ((select app.hidden_from_me())::uuid[]));
create policy "facilitators invite, as themselves" on invitations for insert to onward_member
  with check (circle_id = any ((select app.my_facilitated_circles())::uuid[])
              and made_by_id = (select app.viewer()));
create policy "facilitators take invitations back, for good" on invitations for update to onward_member
  using (circle_id = any ((select app.my_facilitated_circles())::uuid[]) and revoked_at is null)
  with check (circle_id = any ((select app.my_facilitated_circles())::uuid[]));
create policy "an invitation is recognised" on invitations for select to onward_system
  using (true);
create policy "invitations end with what ends them" on invitations for update to onward_system
  using (true) with check (true);
create policy "an invitation counts a leaver still" on invitations to onward_owner
  using (circle_id = any ((select app.leavers_circles())::uuid[]));

-- Each arrival is one of its invitation's uses, and stays when whoever came leaves or comes back by another. Were
-- it kept as one note beside the seat, a new note would open the link before, and an old one leave the new unused.
call app.close_table('arrivals');
grant select on arrivals to onward_member;
grant select, insert on arrivals to onward_system;

create policy "facilitators see who came by which invitation" on arrivals for select to onward_member
  using (circle_id = any ((select app.my_facilitated_circles())::uuid[]));
create policy "an arrival is counted" on arrivals for select to onward_system
  using (true);
create policy "an arrival is noted" on arrivals for insert to onward_system
  with check (true);
create policy "a leaver's arrivals are known" on arrivals for select to onward_owner
  using (user_id = (select app.leaver()));

-- The live invitation behind a secret: not taken back, not expired, not used up.
create or replace function app.live_invitation(circle uuid, secret_hash bytea) returns uuid
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select i.id from public.invitations i
  where i.circle_id = circle and i.token_hash = secret_hash
    and i.revoked_at is null and i.expires_at > now()
    and i.uses > (select count(*) from public.arrivals a
                  where a.circle_id = i.circle_id and a.invitation_id = i.id);
end;
call app.runs_as_system('app.live_invitation(uuid, bytea)');

-- What an invited person sees before joining.
drop function if exists app.invited_circle(uuid, bytea);
create function app.invited_circle(circle uuid, secret_hash bytea)
  returns table (id uuid, name text, purpose text, agreements text, language text, time_zone text,
                 meeting_day smallint, meeting_time text, second_meeting_day smallint, second_meeting_time text)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, c.name, c.purpose, c.agreements, c.language, c.time_zone, c.meeting_day, c.meeting_time,
         c.second_meeting_day, c.second_meeting_time
  from public.circles c
  where c.id = circle and app.live_invitation(circle, secret_hash) is not null;
end;
call app.runs_as_system('app.invited_circle(uuid, bytea)');
grant execute on function app.invited_circle(uuid, bytea) to onward_app, onward_member;

-- Joins the viewer by a secret. Answers like app.seat_viewer, and "gone" where there is no live invitation.
create or replace function app.join_circle(circle uuid, secret_hash bytea, called text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  invitation uuid;
begin
  -- Held before counting the uses, so that the last one is given out once.
  perform from public.circles c where c.id = circle for no key update;
  if exists (select from public.memberships m
             where m.circle_id = circle and m.user_id = app.viewer() and m.left_at is null) then
    return 'here';
  end if;
  invitation := app.live_invitation(circle, secret_hash);
  if invitation is null then return 'gone'; end if;
  return app.seat_viewer(circle, called, invitation);
end $$;
call app.runs_as_system('app.join_circle(uuid, bytea, text)');
grant execute on function app.join_circle(uuid, bytea, text) to onward_member;

-- Ends what is open of the invitations of those whom the viewer does not see: whoever is asked to leave may know those
-- links, too.
create or replace function app.end_unseen_invitations(circle uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog
begin atomic
  update public.invitations i set revoked_at = now()
  where i.circle_id = circle and circle = any (app.my_facilitated_circles()) and i.revoked_at is null
    and i.expires_at > now() and i.made_by_id = any (app.hidden_from_me());
end;
call app.runs_as_system('app.end_unseen_invitations(uuid)');
grant execute on function app.end_unseen_invitations(uuid) to onward_member;
