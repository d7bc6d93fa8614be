import type { Migration } from "../../platform/index.ts";

/**
 * Taking an acceptance back (確定の取り消し). A draft remembers how its record stood right after the decision (`standing`:
 * a draft, published), since approval or withdrawal by somebody else changes no fact; and what a person typed when
 * accepting an agreement's draft (`edited`), so that the draft keeps its corrections when it is open again.
 */
export const takingBackMigration: Migration = {
  id: "intake/0006-taking-back",
  sql: `
alter table import_draft add standing text, add edited jsonb;
alter table import_draft add constraint decided_stands check (standing is null or state in ('accepted', 'linked'));

create index on import_event (document_id, request_id) where request_id is not null;
alter table import_event drop constraint import_event_action_check;
alter table import_event add constraint import_event_action_check check (
  action in ('imported', 'same_bytes_again', 'mapping_confirmed', 'accepted', 'accepted_edited', 'skipped', 'linked',
    'reopened', 'settled', 'unsettled', 'corrected', 'correction_undone', 'acceptance_undone'));
`,
};
