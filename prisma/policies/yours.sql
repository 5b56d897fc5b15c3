-- Everything that is a member's own can be taken along by them in one file: also while moderators let their account
-- rest, and out of circles that they left, where no page shows it to them any more. Like what erases (user.sql), the
-- function below belongs to the one who owns the tables; the policies that it needs let it reach the rows of whoever
-- asks and no others. They are made here for every table, so that a new one needs nothing: this file comes last, after
-- those that close tables. What goes into the file is said in lib/exports/what-is-yours.ts.

-- Who is taking everything of theirs along, while the function below does it; empty at any other time.
create or replace function app.takes_along() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.takes_along', true), '')::uuid;
revoke all on function app.takes_along() from public;

-- The columns that say whose a row is. Not among them is who was reported or blocked: that is somebody else's to tell.
create or replace function app.says_whose() returns table (source regclass, owner name)
  language sql stable
  set search_path = pg_catalog
begin atomic
  select 'public.users'::regclass, 'id'::name
  union
  select c.oid::regclass, a.attname
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
    and a.attname in ('user_id', 'author_id', 'member_id', 'made_by_id', 'opened_by_id', 'offered_by_id', 'taken_by_id',
                      'reporter_id');
end;
revoke all on function app.says_whose() from public;

do $$
declare
  one record;
begin
  for one in select source, owner from app.says_whose() loop
    execute format('create policy %I on %s for select to onward_owner using (%I = (select app.takes_along()))',
                   'whoever it is of takes it along (' || one.owner || ')', one.source, one.owner);
  end loop;
end $$;

-- Some rows of the viewer's own, in the order of their keys; `after` is the key of the last of those before. Of bytes
-- only the named ones come along, and of others not who they are.
create or replace function app.take_along(source text, owner text, bytes text[], after text, most integer)
  returns table (key text, of jsonb)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  here constant regclass := to_regclass(format('public.%I', source));
  keys text;
  hidden text[];
begin
  if app.viewer() is null or not exists (select from app.says_whose() w where w.source = here and w.owner = take_along.owner)
  then
    raise exception 'Nobody can take that along.' using errcode = 'insufficient_privilege';
  end if;
  select string_agg(format('t.%I::text', a.attname), ', ' order by a.attnum) into keys
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = here and i.indisprimary;
  select coalesce(array_agg(a.attname::text), '{}') into hidden
  from pg_attribute a
  where a.attrelid = here and a.attnum > 0 and not a.attisdropped and a.attname <> take_along.owner
    and (a.atttypid = 'bytea'::regtype and a.attname <> all (bytes)
         or exists (select from app.says_whose() w where w.source = here and w.owner = a.attname)
         or exists (select from pg_constraint k
                    where k.conrelid = here and k.contype = 'f' and k.confrelid = 'public.users'::regclass
                      and a.attnum = any (k.conkey)));
  perform set_config('app.takes_along', app.viewer()::text, true);
  return query execute format(
    'select concat_ws('' '', %1$s) collate "C", to_jsonb(t) - $1 from %2$s t
     where t.%3$I = $2 and ($3 is null or concat_ws('' '', %1$s) collate "C" > $3) order by 1 limit $4',
    keys, here, owner) using hidden, app.viewer(), after, most;
  perform set_config('app.takes_along', '', true);
end $$;
revoke all on function app.take_along(text, text, text[], text, integer) from public;
grant execute on function app.take_along(text, text, text[], text, integer) to onward_member;

-- What the circles are called in which the viewer sits or sat; of one that took them out, they are told nothing more.
create or replace function app.names_of_my_circles() returns table (id uuid, name text)
  language sql stable security definer
  set search_path = pg_catalog
begin atomic
  select c.id, c.name from public.circles c
  join public.memberships m on m.circle_id = c.id and m.user_id = app.viewer() and m.removed_at is null;
end;
call app.runs_as_system('app.names_of_my_circles()');
grant execute on function app.names_of_my_circles() to onward_member;
