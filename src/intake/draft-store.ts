/** Drafts of an imported document. A decision names the version it was made on; see `problems.ts` for a stale one. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts } from "../registry/index.ts";
import { isContributed, type StoredRecord } from "./draft-record.ts";
import type { DraftCounts, ImportDraft, StoredDraft } from "./imported-document.ts";

const COLUMNS = sql`f.document_id as "documentId", f.position, coalesce(f.corrected, f.record) as record,
  case when f.corrected is not null then f.record end as "asRead", to_json(f.corrected_at)#>>'{}' as "correctedAt",
  f.corrected_by as "correctedBy",
  (select u.display_name from account u where u.id = f.corrected_by) as "correctedByName", f.state, f.version,
  f.agreement_id as "agreementId", f.record_id as "recordId", f.facts, f.facts_before as "factsBefore", f.standing, f.edited, f.reason,
  to_json(f.decided_at)#>>'{}' as "decidedAt", f.decided_by as "decidedBy",
  (select u.display_name from account u where u.id = f.decided_by) as "decidedByName"`;

const isBlocked = sql`exists (select from import_finding n where n.document_id = f.document_id
  and n.draft_position = f.position and n.settled_at is null and n.severity = 'error')`;

export async function insertDrafts(tx: Tx, documentId: string, records: readonly StoredRecord[]): Promise<void> {
  await sql`
    insert into import_draft (document_id, position, record)
    select ${documentId}, position, record
      from jsonb_array_elements(${JSON.stringify(records)}::jsonb) with ordinality as item (record, position)`.execute(
    tx,
  );
}

export async function deleteDrafts(tx: Tx, documentId: string): Promise<void> {
  await sql`delete from import_finding where document_id = ${documentId}`.execute(tx);
  await sql`delete from import_draft where document_id = ${documentId}`.execute(tx);
}

/** A draft of an agreement. */
export async function findDraft(tx: Tx, documentId: string, position: number): Promise<ImportDraft | undefined> {
  const draft = await findStoredDraft(tx, documentId, position);
  return draft !== undefined && isOfAgreement(draft) ? draft : undefined;
}

export function isOfAgreement(draft: StoredDraft): draft is ImportDraft {
  return !isContributed(draft.record);
}

/** A draft of any record. */
export async function findStoredDraft(tx: Tx, documentId: string, position: number): Promise<StoredDraft | undefined> {
  const { rows } = await sql<StoredDraft>`
    select ${COLUMNS} from import_draft f where f.document_id = ${documentId} and f.position = ${position}`.execute(tx);
  return rows[0];
}

/** Holds the draft until the transaction ends: of two people deciding at once, the second sees the first's decision. */
export async function lockDraft(tx: Tx, documentId: string, position: number): Promise<StoredDraft | undefined> {
  await sql`select from import_draft where document_id = ${documentId} and position = ${position} for update`.execute(
    tx,
  );
  return findStoredDraft(tx, documentId, position);
}

/** All drafts that wait, held until the transaction ends, in the order of the document. */
export async function lockPendingDrafts(tx: Tx, documentId: string): Promise<readonly StoredDraft[]> {
  const { rows } = await sql<StoredDraft>`
    select ${COLUMNS} from import_draft f where f.document_id = ${documentId} and f.state = 'pending'
    order by f.position for update of f`.execute(tx);
  return rows;
}

/** Those drafts, held until the transaction ends. */
export async function lockDrafts(
  tx: Tx,
  documentId: string,
  positions: readonly number[],
): Promise<readonly StoredDraft[]> {
  await sql`select from import_draft where document_id = ${documentId} and position = any (${positions})
    order by position for update`.execute(tx);
  return findDrafts(tx, documentId, positions);
}

/** In the order given. */
export async function findDrafts(
  tx: Tx,
  documentId: string,
  positions: readonly number[],
): Promise<readonly StoredDraft[]> {
  const { rows } = await sql<StoredDraft>`
    select ${COLUMNS} from import_draft f where f.document_id = ${documentId} and f.position = any (${positions})
    order by array_position(${positions}::integer[], f.position)`.execute(tx);
  return rows;
}

/** Drafts that wait, in the order of the document. @param after position behind which they begin. */
export async function listPendingDrafts(
  tx: Tx,
  documentId: string,
  after: number,
  limit: number,
): Promise<readonly StoredDraft[]> {
  const { rows } = await sql<StoredDraft>`
    select ${COLUMNS} from import_draft f
    where f.document_id = ${documentId} and f.state = 'pending' and f.position > ${after}
    order by f.position limit ${limit}`.execute(tx);
  return rows;
}

export type Decision =
  | Readonly<{ state: "pending" }>
  | Readonly<{ state: "skipped"; reason: string }>
  | Readonly<{
      state: "accepted";
      agreementId: string;
      facts: AgreementFacts;
      standing: string;
      /** Present when a person typed them. */
      edited?: AgreementFacts;
    }>
  | Readonly<{
      state: "linked";
      agreementId: string;
      facts: AgreementFacts;
      factsBefore: AgreementFacts;
      standing: string;
      reason: string | null;
    }>
  | Readonly<{ state: "accepted"; recordId: string; facts: unknown; standing: string }>
  | Readonly<{
      state: "linked";
      recordId: string;
      facts: unknown;
      factsBefore: unknown;
      standing: string;
      reason: string | null;
    }>;

export async function decideDraft(tx: Tx, draft: StoredDraft, decision: Decision): Promise<void> {
  const { agreementId, recordId, facts, factsBefore, standing, edited, reason } = {
    agreementId: null,
    recordId: null,
    facts: null,
    factsBefore: null,
    standing: null,
    edited: null,
    reason: null,
    ...decision,
  };
  const isDecided = decision.state !== "pending";
  await sql`
    update import_draft set state = ${decision.state}, version = version + 1, agreement_id = ${agreementId},
      record_id = ${recordId}, facts = ${jsonOrNull(facts)}, facts_before = ${jsonOrNull(factsBefore)}, reason = ${reason},
      standing = ${standing}, edited = coalesce(${jsonOrNull(edited)}, edited),
      decided_at = case when ${isDecided} then now() end,
      decided_by = case when ${isDecided} then current_setting('kakehashi.actor') end
    where document_id = ${draft.documentId} and position = ${draft.position}`.execute(tx);
}

/** @param corrected null takes the draft back to what was read. */
export async function saveCorrection(
  tx: Tx,
  { documentId, position }: StoredDraft,
  corrected: StoredRecord | null,
): Promise<void> {
  const isCorrected = corrected !== null;
  await sql`
    update import_draft set corrected = ${jsonOrNull(corrected)}, version = version + 1,
      corrected_at = case when ${isCorrected} then now() end,
      corrected_by = case when ${isCorrected} then current_setting('kakehashi.actor') end
    where document_id = ${documentId} and position = ${position}`.execute(tx);
}

/** The draft of an agreement says again what was read. */
export async function dropEdited(tx: Tx, { documentId, position }: StoredDraft): Promise<void> {
  await sql`
    update import_draft set edited = null, version = version + 1
    where document_id = ${documentId} and position = ${position}`.execute(tx);
}

export const DRAFT_FILTERS = ["pending", "blocked", "accepted", "skipped"] as const;
export type DraftFilter = (typeof DRAFT_FILTERS)[number];

export type DraftListing = Readonly<{
  position: number;
  record: StoredRecord;
  isCorrected: boolean;
  state: ImportDraft["state"];
  agreementId: string | null;
  recordId: string | null;
  errors: number;
  warnings: number;
}>;

/** @param filter `accepted` includes linked drafts. @param after position behind which the page begins. */
export async function listDrafts(
  tx: Tx,
  documentId: string,
  page: Readonly<{ filter?: DraftFilter | undefined; after?: number; before?: number; size: number }>,
): Promise<readonly DraftListing[]> {
  const { filter, after = 0, before, size } = page;
  const condition = filter === undefined ? sql`true` : FILTER_CONDITIONS[filter];
  const range = before === undefined ? sql`f.position > ${after}` : sql`f.position < ${before}`;
  const order = before === undefined ? sql`asc` : sql`desc`;
  const { rows } = await sql<DraftListing>`
    select f.position, coalesce(f.corrected, f.record) as record, f.corrected is not null as "isCorrected", f.state, f.agreement_id as "agreementId", f.record_id as "recordId",
      (select count(*) filter (where n.severity = 'error')::integer from import_finding n
        where n.document_id = f.document_id and n.draft_position = f.position and n.settled_at is null) as errors,
      (select count(*) filter (where n.severity = 'warning')::integer from import_finding n
        where n.document_id = f.document_id and n.draft_position = f.position and n.settled_at is null) as warnings
    from import_draft f where f.document_id = ${documentId} and ${condition} and ${range}
    order by f.position ${order} limit ${size}`.execute(tx);
  return before === undefined ? rows : rows.toReversed();
}

const FILTER_CONDITIONS = {
  pending: sql`f.state = 'pending'`,
  blocked: sql`f.state = 'pending' and ${isBlocked}`,
  accepted: sql`f.state in ('accepted', 'linked')`,
  skipped: sql`f.state = 'skipped'`,
} satisfies Record<DraftFilter, unknown>;

export async function countDrafts(tx: Tx, documentId: string): Promise<DraftCounts> {
  const { rows } = await sql<DraftCounts>`
    with open_finding as (
      select draft_position, bool_or(severity = 'error') as blocks from import_finding
       where document_id = ${documentId} and settled_at is null and severity in ('error', 'warning')
       group by draft_position)
    select count(*)::integer as total,
      count(*) filter (where f.state = 'pending')::integer as pending,
      count(*) filter (where f.state = 'accepted')::integer as accepted,
      count(*) filter (where f.state = 'skipped')::integer as skipped,
      count(*) filter (where f.state = 'linked')::integer as linked,
      count(*) filter (where f.state = 'pending' and o.blocks)::integer as blocked,
      count(*) filter (where f.state = 'pending' and o.draft_position is null)::integer as clean
    from import_draft f left join open_finding o on o.draft_position = f.position
    where f.document_id = ${documentId}`.execute(tx);
  return rows[0] ?? { total: 0, pending: 0, accepted: 0, skipped: 0, linked: 0, blocked: 0, clean: 0 };
}

export async function listPendingPositions(tx: Tx, documentId: string): Promise<readonly number[]> {
  const { rows } = await sql<{ position: number }>`
    select position from import_draft where document_id = ${documentId} and state = 'pending' order by position`.execute(
    tx,
  );
  return rows.map(({ position }) => position);
}

/** Whole drafts of agreements of a document in one state, for finding the original of a relisting. */
export async function listDraftsInState(
  tx: Tx,
  documentId: string,
  state: ImportDraft["state"],
): Promise<readonly ImportDraft[]> {
  const { rows } = await sql<ImportDraft>`
    select ${COLUMNS} from import_draft f where f.document_id = ${documentId} and f.state = ${state}
      and f.record ->> 'kind' not like 'contributed-%'
    order by f.position`.execute(tx);
  return rows;
}

export async function isUntouched(tx: Tx, documentId: string): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from import_draft where document_id = ${documentId} and version > 1)
        or exists (select from import_finding where document_id = ${documentId} and settled_at is not null) as touched`.execute(
    tx,
  );
  return rows[0]?.touched === false;
}

export type Neighbours = Readonly<{ previous: number | null; next: number | null; nextPending: number | null }>;

export async function findNeighbours(tx: Tx, documentId: string, position: number): Promise<Neighbours> {
  const { rows } = await sql<Neighbours>`
    select max(position) filter (where position < ${position}) as previous,
      min(position) filter (where position > ${position}) as next,
      coalesce(min(position) filter (where position > ${position} and state = 'pending'),
               min(position) filter (where position < ${position} and state = 'pending')) as "nextPending"
    from import_draft where document_id = ${documentId}`.execute(tx);
  return rows[0] ?? { previous: null, next: null, nextPending: null };
}

function jsonOrNull(value: unknown) {
  return value === null ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`;
}
