-- Background work waits in the schema of pg-boss. Whoever writes something may have a job done once it is
-- committed; nobody but the worker, which is part of the system, sees what waits. What a job is about is
-- sealed there by the app.

revoke all on schema pgboss from public;
revoke all on all functions in schema pgboss from public;
grant usage on schema pgboss to onward_system, onward_backup;
grant select, insert, update, delete on all tables in schema pgboss to onward_system;
grant execute on all functions in schema pgboss to onward_system;
grant select on all tables in schema pgboss to onward_backup;

-- Puts a job into a queue, with what that queue says of its jobs. It is there when the caller commits. The
-- worker gives itself the rest of its work. One that is not to be done before a moment waits until then; of what has a key,
-- one waits, as pg-boss's own upsert has it. To look for circles is one job for everybody: where one waits already, that
-- one does, and is held until the caller commits, so that the worker does not begin it before.
drop function if exists app.enqueue_for(timestamptz, text, jsonb);
create or replace function app.enqueue_for(at timestamptz, queue text, data jsonb, key text default null) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  insert into pgboss.job
    (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
     heartbeat_seconds, deletion_seconds, dead_letter, start_after, keep_until, singleton_key, upsert_by_key)
  select q.name, enqueue_for.data, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds, q.dead_letter,
         enqueue_for.at, enqueue_for.at + q.retention_seconds * interval '1 second',
         enqueue_for.key, case when enqueue_for.key is not null then true end
  from pgboss.queue q where q.name = enqueue_for.queue and q.name in ('mail', 'reset', 'match', 'remind')
  on conflict do nothing;
  if not found and enqueue_for.key is null then raise exception 'There is no queue %.', queue; end if;
end $$;
call app.runs_as_system('app.enqueue_for(timestamptz, text, jsonb, text)');

create or replace function app.enqueue(queue text, data jsonb) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if enqueue.queue = 'match' then
    perform from pgboss.job j where j.name = 'match' and j.state = 'created' limit 1 for share skip locked;
    if found then return; end if;
  end if;
  perform app.enqueue_for(now(), enqueue.queue, enqueue.data);
end $$;
call app.runs_as_system('app.enqueue(text, jsonb)');
grant execute on function app.enqueue(text, jsonb) to onward_member;

-- What was deleted and cannot be brought back any more, and drafts that nobody touched for half a year, are
-- cleared away without anybody in the app seeing them: no row but those is there for the owner, as whom it runs.
create or replace function app.clear_away() returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  delete from public.setbacks where deleted_at < now() - interval '30 days';
  delete from public.goals where deleted_at < now() - interval '30 days';
  delete from public.wins where deleted_at < now() - interval '30 days';
  delete from public.reframes where deleted_at < now() - interval '30 days';
  delete from public.reasons where deleted_at < now() - interval '30 days';
  delete from public.practice_questions where deleted_at < now() - interval '30 days';
  delete from public.jar_entries where deleted_at < now() - interval '30 days';
  delete from public.feedback_requests where deleted_at < now() - interval '30 days';
  delete from public.feedback_templates where deleted_at < now() - interval '30 days';
  delete from public.experiments where deleted_at < now() - interval '30 days';
  delete from public.if_then_plans where deleted_at < now() - interval '30 days';
  delete from public.learning_plans where deleted_at < now() - interval '30 days';
  delete from public.planned_steps where deleted_at < now() - interval '30 days';
  delete from public.wishes where deleted_at < now() - interval '30 days';
  delete from public.drafts where saved_at < now() - interval '180 days';
end $$;
revoke all on function app.clear_away() from public;
grant execute on function app.clear_away() to onward_system;
