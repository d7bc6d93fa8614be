/** The history of agreements: appended with every write, by whom and in which request the transaction itself says. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { type AgreementSnapshot, type RecordedAgreement, snapshotOf } from "./recorded-agreement.ts";

export type HistoryAction =
  | "recorded"
  | "edited"
  | "withdrawn"
  | "published"
  | "merged"
  | "absorbed"
  | "merge_undone"
  | "restored"
  | "approval_asked"
  | "approved"
  | "returned"
  | "taken_back";

export type PublicHistoryEntry = Readonly<{ version: number; action: HistoryAction; recordedAt: string }>;

export type HistoryEntry = PublicHistoryEntry &
  Readonly<{
    recordedBy: string;
    /** Name of that person, where the reader may read it. */
    recordedByName: string | null;
    requestId: string | null;
    reason: string | null;
    before: AgreementSnapshot | null;
    after: AgreementSnapshot;
  }>;

export async function appendHistory(
  tx: Tx,
  action: HistoryAction,
  before: RecordedAgreement | null,
  after: RecordedAgreement,
  reason: string | null,
): Promise<void> {
  await sql`
    insert into agreement_version (agreement_no, version, action, reason, before, after)
    values (${after.no}, ${after.version}, ${action}, ${reason},
            ${before === null ? null : JSON.stringify(snapshotOf(before))}, ${JSON.stringify(snapshotOf(after))})`.execute(
    tx,
  );
}

const INSTANT = sql`to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Newest first. What everybody may know of a published record: that and when; nothing from before it was public. */
export async function listPublicHistory(tx: Tx, id: string): Promise<readonly PublicHistoryEntry[]> {
  const { rows } = await sql<PublicHistoryEntry>`
    select v.version, v.action, ${INSTANT} as "recordedAt"
    from agreement_public_history(${id}) v order by v.version desc`.execute(tx);
  return rows;
}

/** Newest first, with who, why, before and after. For operators. */
export async function listHistory(tx: Tx, id: string): Promise<readonly HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select v.version, v.action, ${INSTANT} as "recordedAt", v.recorded_by as "recordedBy",
      (select u.display_name from account u where u.id = v.recorded_by) as "recordedByName",
      v.request_id as "requestId", v.reason, v.before, v.after
    from agreement_version v join agreement a on a.no = v.agreement_no
    where a.id = ${id} order by v.version desc`.execute(tx);
  return rows;
}
