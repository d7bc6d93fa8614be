import type { Migration } from "../../platform/index.ts";

/**
 * Drafts of other slices' records (事業) beside those of agreements: what a draft became is an agreement or a record of
 * the slice that contributed it. Which that is the slice knows; its tables come later than these.
 */
export const contributedDraftsMigration: Migration = {
  id: "intake/0004-contributed-drafts",
  sql: `
alter table import_draft add record_id text check (record_id ~ '^[A-Z][0-9]{6,}$');
alter table import_draft drop constraint import_draft_check, drop constraint import_draft_check1;
alter table import_draft
  add constraint one_record check (agreement_id is null or record_id is null),
  add constraint decided_has_record check ((state in ('accepted', 'linked')) = (coalesce(agreement_id, record_id) is not null)),
  add constraint record_has_facts check ((coalesce(agreement_id, record_id) is null) = (facts is null));
create index on import_draft (record_id) where record_id is not null;
alter table import_event add record_id text;

create or replace function audit_import_event() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, after, reason)
  values (new.acted_by, 'import.' || new.action, 'import', new.document_id,
    array['*'] || public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')), 'done',
    jsonb_strip_nulls(jsonb_build_object('draft', new.draft_position, 'finding', new.finding_number,
      'agreement', new.agreement_id, 'record', new.record_id)),
    new.reason);
  return null;
end
$$;
`,
};
