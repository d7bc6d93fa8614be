/** Open work that moves together, and the handovers that were done. */
import { sql } from "kysely";
import type { Tx, WorkKey } from "../../platform/index.ts";

export type EndedRole = Readonly<{ assignmentId: number; validTo: string | null }>;

export type Handover = Readonly<{
  id: number;
  bodyId: string;
  from: string;
  to: string;
  fromName: string;
  toName: string;
  /** Last day of the roles that were ended; null when none were. */
  lastDay: string | null;
  moved: readonly WorkKey[];
  ended: readonly EndedRole[];
  reason: string | null;
  isUndone: boolean;
}>;

/** From here on, until `returnToMark`, can be taken back without the rest of the transaction. */
export async function setMark(tx: Tx): Promise<void> {
  await sql`savepoint handover`.execute(tx);
}

export async function returnToMark(tx: Tx): Promise<void> {
  await sql`rollback to savepoint handover`.execute(tx);
}

/** @returns the keys of what moved: all open work of this person in this body. */
export async function moveAllWork(tx: Tx, bodyId: string, from: string, to: string): Promise<readonly WorkKey[]> {
  const { rows } = await sql<WorkKey>`update work_item set account_id = ${to}
    where body_id = ${bodyId} and account_id = ${from} and closed_at is null
    returning kind, subject_id as "subjectId"`.execute(tx);
  return rows;
}

export type NewHandover = Omit<Handover, "id" | "fromName" | "toName" | "isUndone">;

export async function insertHandover(tx: Tx, done: NewHandover): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into work_handover (body_id, from_account, to_account, last_day, moved, ended, reason)
    values (${done.bodyId}, ${done.from}, ${done.to}, ${done.lastDay}, ${JSON.stringify(done.moved)}::jsonb,
      ${JSON.stringify(done.ended)}::jsonb, ${done.reason}) returning id`.execute(tx);
  const [written] = rows;
  if (written === undefined) throw new Error("insert into work_handover returned nothing");
  return written.id;
}

export async function findHandover(tx: Tx, bodyId: string, id: number): Promise<Handover | undefined> {
  const { rows } = await sql<Handover>`
    select h.id, h.body_id as "bodyId", h.from_account as "from", h.to_account as "to", h.last_day as "lastDay",
      h.moved, h.ended, h.reason, h.undone_at is not null as "isUndone",
      coalesce(f.display_name, h.from_account) as "fromName", coalesce(t.display_name, h.to_account) as "toName"
    from work_handover h left join account f on f.id = h.from_account left join account t on t.id = h.to_account
    where h.id = ${id} and h.body_id = ${bodyId}`.execute(tx);
  return rows[0];
}

/** @returns false when somebody undid it before. */
export async function markHandoverUndone(tx: Tx, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update work_handover
    set undone_at = now(), undone_by = current_setting('kakehashi.actor') where id = ${id} and undone_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
