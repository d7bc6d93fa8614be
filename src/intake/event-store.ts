/** What was done with an import, by whom and why: appended, never changed. Actor and request come from the transaction. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

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
  | "unsettled";

export type NewEvent = Readonly<{
  documentId: string;
  action: ImportAction;
  draftPosition?: number | null;
  findingNumber?: number;
  agreementId?: string;
  recordId?: string;
  reason?: string | null;
}>;

export type ImportEvent = Readonly<{
  action: ImportAction;
  draftPosition: number | null;
  findingNumber: number | null;
  agreementId: string | null;
  /** Of a contributed record. */
  recordId: string | null;
  reason: string | null;
  actedAt: string;
  actedBy: string;
}>;

export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  await sql`
    insert into import_event (document_id, draft_position, finding_number, action, agreement_id, record_id, reason)
    values (${event.documentId}, ${event.draftPosition ?? null}, ${event.findingNumber ?? null}, ${event.action},
      ${event.agreementId ?? null}, ${event.recordId ?? null}, ${event.reason ?? null})`.execute(tx);
}

/** Newest first. @param draftPosition null lists what was done with the document as a whole. */
export async function listEvents(
  tx: Tx,
  documentId: string,
  draftPosition: number | null,
): Promise<readonly ImportEvent[]> {
  const { rows } = await sql<ImportEvent>`
    select action, draft_position as "draftPosition", finding_number as "findingNumber",
      agreement_id as "agreementId", record_id as "recordId", reason, to_json(acted_at)#>>'{}' as "actedAt", acted_by as "actedBy"
    from import_event
    where document_id = ${documentId} and draft_position is not distinct from ${draftPosition}::integer
    order by id desc limit 100`.execute(tx);
  return rows;
}
