import type { Migration } from "../../platform/index.ts";

/**
 * A person corrects a draft before it is accepted: `record` stays as it was read, `corrected` stands beside it. A finding
 * that the correction settled says so (`by_correction`: the part that was corrected, or `check` where the corrected
 * facts no longer show it), so that taking the correction back opens it again; one that was first found in the
 * corrected draft is `of_correction`.
 */
export const correctionsMigration: Migration = {
  id: "intake/0005-corrections",
  sql: `
alter table import_draft
  add corrected jsonb,
  add corrected_at timestamptz,
  add corrected_by text,
  add constraint correction_has_person check (
    (corrected is null) = (corrected_at is null) and (corrected is null) = (corrected_by is null));

alter table import_finding
  add by_correction text,
  add of_correction boolean not null default false,
  add constraint settled_by_correction check (by_correction is null or settled_at is not null);

alter table import_event drop constraint import_event_action_check;
alter table import_event
  add changes jsonb,
  add constraint import_event_action_check check (
    action in ('imported', 'same_bytes_again', 'mapping_confirmed', 'accepted', 'accepted_edited', 'skipped', 'linked',
      'reopened', 'settled', 'unsettled', 'corrected', 'correction_undone'));

create or replace function audit_import_event() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, after, reason)
  values (new.acted_by, 'import.' || new.action, 'import', new.document_id,
    array['*'] || public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')), 'done',
    jsonb_strip_nulls(jsonb_build_object('draft', new.draft_position, 'finding', new.finding_number,
      'agreement', new.agreement_id, 'record', new.record_id, 'changes', new.changes)),
    new.reason);
  return null;
end
$$;
`,
};
