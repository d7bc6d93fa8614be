/** What was done with an import, by whom and why: appended, never changed. Actor and request come from the transaction. */
import { sql } from "kysely";
import type { Language, Tx } from "../platform/index.ts";

export type ImportAction =
  | "imported"
  | "same_bytes_again"
  | "mapping_confirmed"
  | "accepted"
  | "accepted_edited"
  | "skipped"
  | "linked"
  | "reopened"
  | "settled"
  | "unsettled"
  | "corrected"
  | "correction_undone"
  | "acceptance_undone";

/** What a correction changed, as texts, beside each other for the history and the audit. */
export type CorrectedFact = Readonly<{
  label: Readonly<Record<Language, string>>;
  before: string;
  after: string;
}>;

export type NewEvent = Readonly<{
  documentId: string;
  action: ImportAction;
  draftPosition?: number | null;
  findingNumber?: number;
  agreementId?: string;
  recordId?: string;
  changes?: readonly CorrectedFact[];
  reason?: string | null;
}>;

export type ImportEvent = Readonly<{
  action: ImportAction;
  draftPosition: number | null;
  findingNumber: number | null;
  agreementId: string | null;
  /** Of a contributed record. */
  recordId: string | null;
  changes: readonly CorrectedFact[] | null;
  reason: string | null;
  actedAt: string;
  actedBy: string;
  actedByName: string | null;
}>;

export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  await sql`
    insert into import_event (document_id, draft_position, finding_number, action, agreement_id, record_id, changes, reason)
    values (${event.documentId}, ${event.draftPosition ?? null}, ${event.findingNumber ?? null}, ${event.action},
      ${event.agreementId ?? null}, ${event.recordId ?? null},
      ${event.changes === undefined ? null : JSON.stringify(event.changes)}::jsonb, ${event.reason ?? null})`.execute(
    tx,
  );
}

/** Newest first. @param draftPosition null lists what was done with the document as a whole. */
export async function listEvents(
  tx: Tx,
  documentId: string,
  draftPosition: number | null,
): Promise<readonly ImportEvent[]> {
  const { rows } = await sql<ImportEvent>`
    select action, draft_position as "draftPosition", finding_number as "findingNumber",
      agreement_id as "agreementId", record_id as "recordId", changes, reason,
      to_json(acted_at)#>>'{}' as "actedAt", acted_by as "actedBy",
      (select u.display_name from account u where u.id = import_event.acted_by) as "actedByName"
    from import_event
    where document_id = ${documentId} and draft_position is not distinct from ${draftPosition}::integer
    order by id desc limit 100`.execute(tx);
  return rows;
}
