import type { Migration } from "../../platform/index.ts";

/**
 * Every entry of an agreement's history is an event of the audit (監査記録), in the same transaction.
 *
 * The event belongs to the local governments on the Japanese side before and after, and to the body that acted. It
 * carries only the facts that changed; of a new record only its title and state, since the history keeps the rest.
 * The function runs as the owner, so that no policy can keep an act's event from being written.
 */
export const auditMigration: Migration = {
  id: "registry/0007-audit",
  sql: `
create function audit_marks_of_parties(facts jsonb) returns text[] language sql immutable parallel safe
set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct mark), '{}')
  from jsonb_array_elements(case jsonb_typeof(facts -> 'japan') when 'array' then facts -> 'japan' else '[]' end) party,
    unnest(array[party ->> 'governmentCode', left(party ->> 'governmentCode', 2)]) mark
  where mark is not null
$$;
/* The keys of one side in which the two sides differ. */
create function audit_differing(side jsonb, other jsonb) returns jsonb language sql immutable parallel safe
set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(side) where value is distinct from other -> key
$$;
create function audit_agreement_version() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, before, after, reason)
  select new.recorded_by, 'agreement.' || new.action, 'agreement', a.id,
    array(select unnest(array['*'] || public.audit_marks_of_parties(new.before)
        || public.audit_marks_of_parties(new.after)
        || public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')))
      group by 1 order by 1),
    'done',
    case when new.before is null then null else public.audit_differing(new.before, new.after) end,
    case when new.before is null
      then jsonb_build_object('title', new.after -> 'title', 'publication', new.after -> 'publication')
      else public.audit_differing(new.after, new.before) end
      || jsonb_build_object('version', new.version),
    new.reason
  from public.agreement a where a.no = new.agreement_no;
  return null;
end
$$;
create trigger audited after insert on agreement_version for each row execute function audit_agreement_version();
`,
};
