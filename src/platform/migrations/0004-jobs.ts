import type { Migration } from "../database/migrate.ts";

/**
 * The log of jobs, what administrators may see and do with the queue, backups that were made, and files made by jobs.
 *
 * The queue itself lies in the schema `graphile_worker`, which its library migrates (see jobs/migrate-jobs.ts) and
 * nobody but the owner reads; members reach it through the functions below. None of these tables is in a backup:
 * they tell of one machine's work (see backup/short-lived.ts).
 */
export const jobs: Migration = {
  id: "platform/0004-jobs",
  sql: `
create table platform_job_run (
  id bigint primary key generated always as identity,
  job_id text not null,
  task text not null,
  asked_by text not null,
  worker text not null,
  attempt integer not null check (attempt > 0),
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'failed', 'interrupted', 'cancelled')),
  problem text,
  detail text,
  done bigint,
  total bigint,
  cancel_asked_at timestamptz,
  check ((ended_at is null) = (outcome is null))
);
create index on platform_job_run (started_at desc);
create index on platform_job_run (job_id, attempt);
alter table platform_job_run enable row level security;
create policy administrators_read on platform_job_run for select to app_editor
  using ((select marks_covered('job.manage')) @> '{*}');
create policy machine_all on platform_job_run for all to app_editor
  using ((select current_setting('kakehashi.actor', true)) = 'system')
  with check ((select current_setting('kakehashi.actor', true)) = 'system');
grant select, insert, update, delete on platform_job_run to app_editor;

grant delete on platform_invitation to app_editor; /* expired links are tidied up */

create table platform_backup (
  name text primary key check (name ~ '^kakehashi-[0-9-]+[.]tar[.]gz$'),
  made_at timestamptz not null default clock_timestamp(),
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  rows bigint not null,
  verified_at timestamptz,
  problem text
);
alter table platform_backup enable row level security;
create policy administrators_read on platform_backup for select to app_editor
  using ((select marks_covered('job.manage')) @> '{*}');
create policy machine_all on platform_backup for all to app_editor
  using ((select current_setting('kakehashi.actor', true)) = 'system')
  with check ((select current_setting('kakehashi.actor', true)) = 'system');
grant select, insert, update, delete on platform_backup to app_editor;

create sequence platform_export_no;
create table platform_export (
  id text primary key default 'E' || to_char(nextval('platform_export_no'), 'FM999999000000'),
  kind text not null,
  criteria text not null check (length(criteria) <= 2000),
  lang text not null check (lang in ('ja', 'en')),
  asked_by text not null default current_setting('kakehashi.actor'),
  asked_at timestamptz not null default clock_timestamp(),
  file_name text,
  media_type text,
  bytes bigint,
  made_at timestamptz,
  problem text,
  check ((made_at is null) = (bytes is null))
);
create index on platform_export (asked_by, asked_at desc);
alter table platform_export enable row level security;
create policy who_asked_reads on platform_export for select to app_editor
  using (asked_by = (select current_setting('kakehashi.actor', true)));
create policy who_asked_asks on platform_export for insert to app_editor
  with check (asked_by = (select current_setting('kakehashi.actor', true)) and made_at is null);
create policy machine_all on platform_export for all to app_editor
  using ((select current_setting('kakehashi.actor', true)) = 'system')
  with check ((select current_setting('kakehashi.actor', true)) = 'system');
grant select, insert, update, delete on platform_export to app_editor;
grant usage on sequence platform_export_no to app_editor;

create table platform_export_piece (
  export_id text not null references platform_export (id) on delete cascade,
  number integer not null check (number > 0),
  bytes bytea not null,
  primary key (export_id, number)
);
alter table platform_export_piece enable row level security;
create policy who_asked_reads on platform_export_piece for select to app_editor
  using (exists (select from platform_export e where e.id = export_id));
create policy machine_all on platform_export_piece for all to app_editor
  using ((select current_setting('kakehashi.actor', true)) = 'system')
  with check ((select current_setting('kakehashi.actor', true)) = 'system');
grant select, insert, delete on platform_export_piece to app_editor;

/*
 * Adds a job in the transaction of whoever asks. Jobs of the machine (system/…) need job.manage. A job of the same key
 * that waits is replaced; one that runs is the same work and is returned.
 */
create function platform_add_job(task text, payload jsonb, key text, attempts integer, run_at timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_id text;
begin
  if task !~ '^[a-z]+/[a-z-]+$' then raise exception 'no job has the name %', task; end if;
  if task like 'system/%' and not coalesce(public.marks_covered('job.manage') @> '{*}', false) then
    raise exception 'the job % needs job.manage', task using errcode = 'insufficient_privilege';
  end if;
  select j.id::text into found_id from graphile_worker._private_jobs j
   where j.key = platform_add_job.key and j.locked_at is not null;
  if found_id is not null then return found_id; end if;
  select j.id::text into found_id from graphile_worker.add_job(
    task, json_build_object('askedBy', current_setting('kakehashi.actor'), 'input', payload),
    run_at => run_at, max_attempts => attempts, job_key => key) j;
  return found_id;
end
$$;
revoke all on function platform_add_job from public;
grant execute on function platform_add_job to app_editor;

/* The queue as administrators see it; nothing for everybody else. Payloads stay inside. */
create function platform_jobs() returns table (
  id text, task text, asked_by text, state text, run_at timestamptz, created_at timestamptz,
  attempts integer, attempts_allowed integer, last_error text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(public.marks_covered('job.manage') @> '{*}', false) then return; end if;
  return query
    select j.id::text, t.identifier, coalesce(j.payload ->> 'askedBy', 'system'),
           case when j.locked_at is not null then 'running'
                when j.attempts >= j.max_attempts then 'failed'
                when j.attempts > 0 then 'waiting_again' else 'waiting' end,
           j.run_at, j.created_at, j.attempts::integer, j.max_attempts::integer, j.last_error
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     order by j.locked_at is null, j.run_at, j.id limit 500;
end
$$;
revoke all on function platform_jobs from public;
grant execute on function platform_jobs to app_editor;

/* True when the job waits again from now; false when it runs, or is gone. */
create function platform_retry_job(job text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(public.marks_covered('job.manage') @> '{*}', false) then
    raise exception 'trying a job again needs job.manage' using errcode = 'insufficient_privilege';
  end if;
  update graphile_worker._private_jobs j set attempts = 0, run_at = now(), updated_at = now()
   where j.id::text = job and j.locked_at is null;
  if not found then return false; end if;
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
  return true;
end
$$;
revoke all on function platform_retry_job from public;
grant execute on function platform_retry_job to app_editor;

/* 'removed' when it waited, 'asked' when it runs and was asked to stop, null when it is gone. */
create function platform_cancel_job(job text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(public.marks_covered('job.manage') @> '{*}', false) then
    raise exception 'cancelling a job needs job.manage' using errcode = 'insufficient_privilege';
  end if;
  delete from graphile_worker._private_jobs j where j.id::text = job and j.locked_at is null;
  if found then return 'removed'; end if;
  update public.platform_job_run r set cancel_asked_at = now() where r.job_id = job and r.outcome is null;
  return case when found then 'asked' end;
end
$$;
revoke all on function platform_cancel_job from public;
grant execute on function platform_cancel_job to app_editor;

/* Since when this database is in use: a new one has no backup yet, and is not late. */
create function platform_installed_at() returns timestamptz language sql stable security definer
set search_path = pg_catalog, pg_temp as $$ select min(applied_at) from public.platform_migration $$;
revoke all on function platform_installed_at from public;
grant execute on function platform_installed_at to app_editor;

/* For the worker: jobs that failed for good and are old enough to be forgotten. */
create function platform_forget_failed_jobs(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten integer;
begin
  if current_setting('kakehashi.actor', true) <> 'system' then
    raise exception 'only the machine forgets jobs' using errcode = 'insufficient_privilege';
  end if;
  delete from graphile_worker._private_jobs j
   where j.attempts >= j.max_attempts and j.locked_at is null and j.updated_at < before;
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;
revoke all on function platform_forget_failed_jobs from public;
grant execute on function platform_forget_failed_jobs to app_editor;
`,
};
