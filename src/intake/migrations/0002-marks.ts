import type { Migration } from "../../platform/index.ts";

/**
 * An imported document belongs to the body for which it was imported: its marks come from the transaction's claim, and
 * whoever works with imports of that body sees it with its lines, drafts, findings and events. Two bodies may import
 * the same bytes and save mappings under the same name without meeting.
 */
const parts = ["import_line", "import_draft", "import_finding"];

export const importMarksMigration: Migration = {
  id: "intake/0002-marks",
  sql: `
create function import_marks() returns text[] language sql stable set search_path = pg_catalog, public as $$
  select coalesce(marks_of_body(nullif(current_setting('kakehashi.body', true), '')), '{*}')
$$;
alter table import_document add marks text[] not null default '{*}';
alter table import_document alter marks set default import_marks();
alter table import_document drop constraint import_document_sha256_key, add unique (sha256, marks);
drop policy editors_all on import_document;
create policy workers_all on import_document for all to app_editor
  using (marks && (select marks_covered('import.work')))
  with check (marks && (select marks_covered('import.work')));

alter table saved_mapping add marks text[] not null default '{*}';
alter table saved_mapping alter marks set default import_marks();
alter table saved_mapping drop constraint saved_mapping_pkey, add primary key (name, marks);
drop policy editors_all on saved_mapping;
create policy workers_all on saved_mapping for all to app_editor
  using (marks && (select marks_covered('import.work')))
  with check (marks && (select marks_covered('import.work')));
${parts
  .map(
    (table) => `
drop policy editors_all on ${table};
create policy workers_all on ${table} for all to app_editor
  using (exists (select from import_document d where d.id = document_id))
  with check (exists (select from import_document d where d.id = document_id));`,
  )
  .join("\n")}

drop policy editors_read on import_event;
drop policy editors_append_in_their_name on import_event;
create policy workers_read on import_event for select to app_editor
  using (exists (select from import_document d where d.id = document_id));
create policy workers_append_in_their_name on import_event for insert to app_editor
  with check (acted_by = (select current_setting('kakehashi.actor', true))
    and exists (select from import_document d where d.id = document_id));
`,
};
