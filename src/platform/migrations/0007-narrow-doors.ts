import type { Migration } from "../database/migrate.ts";

/**
 * The second wall, drawn closer to what the application really does.
 *
 * Jobs: a person queues the making of a file that this person asked for, and nothing else; everything else is queued by
 * the machine or by who has `job.manage`. Accounts: only the machine adds one (an invitation was accepted), and others
 * change nothing of it but whether it is in use: never its address, nor which sign-in it belongs to. Roles: whoever
 * researches reads histories of all bodies, so that role too is given by who administers all.
 *
 * And the audit of a small body among millions of events: policies keep the index of the marks from being used, so a
 * function says the bare numbers of a body's events when they are few. What is read by them stays under the policy. All that one request did is
 * found by its number.
 */
export const narrowDoors: Migration = {
  id: "platform/0007-narrow-doors",
  sql: `
create function may_add_job(task text, input jsonb) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(public.marks_covered('job.manage') @> '{*}', false)
    or task = 'office/make-file' and exists (select from public.platform_export e where e.id = input ->> 'id'
      and e.asked_by = current_setting('kakehashi.actor') and e.made_at is null)
$$;
revoke all on function may_add_job(text, jsonb) from public;

create or replace function platform_add_job(task text, payload jsonb, key text, attempts integer, run_at timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_id text;
begin
  if task !~ '^[a-z]+/[a-z-]+$' then raise exception 'no job has the name %', task; end if;
  if not public.may_add_job(task, payload) then
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

drop policy administrators_add on account;
create policy machine_adds on account for insert to app_editor
  with check ((select current_setting('kakehashi.actor', true)) = 'system');
revoke update on account from app_editor;
grant update (disabled_at, version) on account to app_editor;

create or replace function may_give_role(wanted_body text, wanted_role text) returns boolean language sql stable
set search_path = pg_catalog, public as $$
  select case when wanted_role in ('national_officer', 'researcher', 'system_administrator')
    then public.marks_covered('member.manage') @> '{*}'
    else public.marks_of_body(wanted_body) && public.marks_covered('member.manage') end
$$;

create index on audit_event (request_id) where request_id is not null;
create index audit_event_marks on audit_event using gin (marks);
/* Numbers of the events that carry one of the marks or were done for the body; null when there are more than 'most'. */
create function audit_ids(wanted_marks text[], wanted_body text, most integer) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_ids bigint[];
begin
  execute 'select array_agg(id) from (
      (select e.id from public.audit_event e where e.marks && $1 and e.marks && $4 limit $3 + 1)
      union (select e.id from public.audit_event e where e.body_id = $2 and e.marks && $4 limit $3 + 1)) own'
    into found_ids using wanted_marks, wanted_body, most, public.marks_covered('audit.read');
  return case when coalesce(cardinality(found_ids), 0) <= most then coalesce(found_ids, '{}') end;
end
$$;
revoke all on function audit_ids(text[], text, integer) from public;
grant execute on function audit_ids(text[], text, integer) to app_editor;
`,
};
