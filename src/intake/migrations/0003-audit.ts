import type { Migration } from "../../platform/index.ts";

/**
 * Every act on an import is an event of the audit (監査記録), in the same transaction. It belongs to the body that
 * imported the document; what became of an agreement is an event of its own, from the registry.
 *
 * The originals of documents are read by whoever reads the document, and by nobody else.
 */
export const auditMigration: Migration = {
  id: "intake/0003-audit",
  sql: `
create function audit_import_event() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, after, reason)
  values (new.acted_by, 'import.' || new.action, 'import', new.document_id,
    array['*'] || public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')), 'done',
    jsonb_strip_nulls(jsonb_build_object('draft', new.draft_position, 'finding', new.finding_number,
      'agreement', new.agreement_id)),
    new.reason);
  return null;
end
$$;
create trigger audited after insert on import_event for each row execute function audit_import_event();

drop policy editors_read on platform_file;
drop policy editors_store on platform_file;
create policy of_readable_imports on platform_file for select to app_editor
  using (exists (select from import_document d where d.sha256 = platform_file.sha256));
create policy importers_store on platform_file for insert to app_editor
  with check ((select marks_covered('import.work')) <> '{}');
`,
};
