/** Findings (確認事項) of an imported document, and what a person decided about each. */
import { sql } from "kysely";
import type { Finding, Severity } from "../kernel/finding.ts";
import type { Tx } from "../platform/index.ts";
import type { PlacedFinding } from "./document-reading.ts";
import type { ImportDraft, ImportFinding } from "./imported-document.ts";

const COLUMNS = sql`n.number, n.code, n.severity, n.rule, n.at, n.message, n."values",
  n.draft_position as "draftPosition", to_json(n.settled_at)#>>'{}' as "settledAt", n.settled_by as "settledBy",
  (select u.display_name from account u where u.id = n.settled_by) as "settledByName", n.reason,
  n.by_correction as "byCorrection", n.of_correction as "ofCorrection"`;

export async function insertFindings(tx: Tx, documentId: string, findings: readonly PlacedFinding[]): Promise<void> {
  const rows = findings.map(({ finding, draft }) => ({ ...finding, position: draft === null ? null : draft + 1 }));
  await sql`
    insert into import_finding (document_id, number, code, severity, rule, at, message, "values", draft_position)
    select ${documentId}, number, f->>'code', f->>'severity', f->>'rule', f->'at', f->>'message', f->'values',
        (f->>'position')::integer
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as item (f, number)`.execute(tx);
}

export async function lockFinding(tx: Tx, documentId: string, number: number): Promise<ImportFinding | undefined> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n where n.document_id = ${documentId} and n.number = ${number} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function findFinding(tx: Tx, documentId: string, number: number): Promise<ImportFinding | undefined> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n where n.document_id = ${documentId} and n.number = ${number}`.execute(tx);
  return rows[0];
}

/** Held until the transaction ends, in the order of their numbers. */
export async function lockFindings(
  tx: Tx,
  documentId: string,
  numbers: readonly number[],
): Promise<readonly ImportFinding[]> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n where n.document_id = ${documentId} and n.number = any (${numbers})
    order by n.number for update of n`.execute(tx);
  return rows;
}

/** What still needs a decision, errors first. */
export async function listOpenFindings(tx: Tx, documentId: string, limit: number): Promise<readonly ImportFinding[]> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n
     where n.document_id = ${documentId} and n.settled_at is null and n.severity in ('error', 'warning')
     order by ${byWeight} limit ${limit}`.execute(tx);
  return rows;
}

/** @param reason null opens it again. @param byCorrection the part whose correction settled it. */
export async function markSettled(
  tx: Tx,
  documentId: string,
  number: number,
  reason: string | null,
  byCorrection: string | null = null,
): Promise<void> {
  const isSettled = reason !== null;
  await sql`
    update import_finding set reason = ${reason}, by_correction = ${byCorrection}, settled_at = case when ${isSettled} then now() end,
      settled_by = case when ${isSettled} then current_setting('kakehashi.actor') end
    where document_id = ${documentId} and number = ${number}`.execute(tx);
}

const byWeight = sql`array_position(array['error', 'warning', 'info'], n.severity), n.number`;

/** Findings of a corrected draft, numbered behind those of the document. */
export async function appendFindings(
  tx: Tx,
  documentId: string,
  position: number,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  await sql`
    insert into import_finding (document_id, number, code, severity, rule, at, message, "values", draft_position, of_correction)
    select ${documentId}, last.number + f.ordinality, f.item->>'code', f.item->>'severity', f.item->>'rule', f.item->'at',
        f.item->>'message', f.item->'values', ${position}, true
      from jsonb_array_elements(${JSON.stringify(findings)}::jsonb) with ordinality as f (item, ordinality),
        (select coalesce(max(number), 0) as number from import_finding where document_id = ${documentId}) last`.execute(
    tx,
  );
}

/** Of one draft: what blocks first, then what needs a look, then notices. */
export async function listFindingsOfDraft(
  tx: Tx,
  documentId: string,
  position: number,
): Promise<readonly ImportFinding[]> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n
     where n.document_id = ${documentId} and n.draft_position = ${position} order by ${byWeight}`.execute(tx);
  return rows;
}

/** Findings that stand for the document as a whole. */
export async function listFindingsOfDocument(
  tx: Tx,
  documentId: string,
  limit: number,
): Promise<readonly ImportFinding[]> {
  const { rows } = await sql<ImportFinding>`
    select ${COLUMNS} from import_finding n
     where n.document_id = ${documentId} and n.draft_position is null
     order by n.settled_at is not null, ${byWeight} limit ${limit}`.execute(tx);
  return rows;
}

export type FindingCount = Readonly<{ code: string; severity: Severity; n: number; open: number }>;

export async function countFindings(tx: Tx, documentId: string): Promise<readonly FindingCount[]> {
  const { rows } = await sql<FindingCount>`
    select n.code, n.severity, count(*)::integer as n,
      count(*) filter (where n.settled_at is null)::integer as open
    from import_finding n where n.document_id = ${documentId}
    group by n.code, n.severity
    order by array_position(array['error', 'warning', 'info'], n.severity), n.code`.execute(tx);
  return rows;
}

export async function listOpenNumbers(
  tx: Tx,
  documentId: string,
  position: number,
  severities: readonly Severity[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from import_finding where document_id = ${documentId} and draft_position = ${position}
      and settled_at is null and severity = any (${severities}) order by number`.execute(tx);
  return rows.map(({ number }) => number);
}

export type OpenCount = Readonly<{ errors: number; warnings: number }>;

/** What still needs a decision in each draft. */
export async function countOpenByPosition(tx: Tx, documentId: string): Promise<ReadonlyMap<number, OpenCount>> {
  const { rows } = await sql<OpenCount & Readonly<{ position: number }>>`
    select draft_position as position, count(*) filter (where severity = 'error')::integer as errors,
      count(*) filter (where severity = 'warning')::integer as warnings
    from import_finding where document_id = ${documentId} and draft_position is not null and settled_at is null
    group by draft_position`.execute(tx);
  return new Map(rows.map(({ position, ...counts }) => [position, counts]));
}

/** Drafts with an unsettled error or warning. */
export async function listPositionsWithOpenFindings(tx: Tx, documentId: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ position: number }>`
    select distinct draft_position as position from import_finding where document_id = ${documentId}
      and draft_position is not null and settled_at is null and severity in ('error', 'warning')`.execute(tx);
  return new Set(rows.map(({ position }) => position));
}

/**
 * Why what looks like personal data in a draft may be published: the reasons with which its findings were settled.
 * Undefined while one is open, and when there is none.
 */
export async function findPersonalConfirmation(
  tx: Tx,
  { documentId, position }: Pick<ImportDraft, "documentId" | "position">,
): Promise<string | undefined> {
  const { rows } = await sql<{ reason: string | null }>`
    select reason from import_finding where document_id = ${documentId} and draft_position = ${position}
      and code in ('personal_mobile_number', 'personal_participant_name') order by number`.execute(tx);
  const reasons = rows.flatMap(({ reason }) => reason ?? []);
  return reasons.length > 0 && reasons.length === rows.length ? [...new Set(reasons)].join("、") : undefined;
}
