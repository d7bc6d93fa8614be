/**
 * Open work (担当の仕事): what somebody has begun or must answer and has not ended, shown on `/today` and handed over
 * when people change (人事異動).
 *
 * A slice opens work in the transaction of the act that causes it and closes it in the act that settles it. One subject
 * has one item of a kind; opening it again brings it up to date. A kind ending in `_returned` is work that came back
 * (差し戻し). Nobody's name means: whoever of the body comes first.
 */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";

export type NewWork = Readonly<{
  /** `agreement_returned`: stable, lower case. */
  kind: string;
  /** `A000001` */
  subjectId: string;
  bodyId: string | null;
  /** Who has it; null for the whole body. */
  accountId: string | null;
  /** As the list shows it; no personal data. */
  title: string;
  /** Where it is done: `/agreements/A000001`. */
  address: string;
  /** YYYY-MM-DD */
  dueOn: string | null;
}>;

export type WorkKey = Pick<NewWork, "kind" | "subjectId">;

export type OpenWork = NewWork &
  Readonly<{
    /** ISO 8601 in UTC. */
    openedAt: string;
    /** Name of who has it, where the reader may read it. */
    holder: string | null;
    /** It has nobody's name, or that of somebody without a role in the body today. */
    isUnassigned: boolean;
  }>;

export async function openWork(tx: Tx, work: NewWork): Promise<void> {
  const { kind, subjectId, bodyId, accountId, title, address, dueOn } = work;
  await sql`select open_work(${kind}, ${subjectId}, ${bodyId}, ${accountId}, ${title}, ${address}, ${dueOn}::date)`.execute(
    tx,
  );
}

/** Work that is not open stays as it is. */
export async function closeWork(tx: Tx, kind: string, subjectId: string): Promise<void> {
  await sql`select close_work(${kind}, ${subjectId})`.execute(tx);
}

export type WorkFilter = Readonly<{ bodyId: string; accountId?: string; today: string }>;

/** Open work of a body, or of one person there; what is due first comes first. */
export async function listOpenWork(tx: Tx, { bodyId, accountId, today }: WorkFilter): Promise<readonly OpenWork[]> {
  const { rows } = await sql<OpenWork>`
    select w.kind, w.subject_id as "subjectId", w.body_id as "bodyId", w.account_id as "accountId", w.title, w.address,
      w.due_on as "dueOn", to_char(w.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt",
      a.display_name as holder, not works_for(w.account_id, w.body_id, ${today}::date) as "isUnassigned"
    from work_item w left join account a on a.id = w.account_id
    where w.closed_at is null and w.body_id = ${bodyId}
      and (${accountId ?? null}::text is null or w.account_id = ${accountId ?? null})
    order by w.due_on nulls last, w.opened_at, w.kind, w.subject_id`.execute(tx);
  return rows;
}

/**
 * Gives an open item from one to another; null is the whole body.
 * @returns false when it is no longer open or no longer with `from`, or when this actor may not assign it.
 */
export async function assignWork(
  tx: Tx,
  { kind, subjectId }: WorkKey,
  { from, to }: Readonly<{ from: string | null; to: string }>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update work_item set account_id = ${to} where kind = ${kind}
    and subject_id = ${subjectId} and account_id is not distinct from ${from} and closed_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
