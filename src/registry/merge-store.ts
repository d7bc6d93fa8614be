/** Which record was merged into which, and what both said before, so that a merge can be taken back. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { type AgreementSnapshot, type RecordedAgreement, snapshotOf } from "./recorded-agreement.ts";

export type Merge = Readonly<{
  id: number;
  survivorId: string;
  absorbedId: string;
  survivorBefore: AgreementSnapshot;
  survivorAfter: AgreementSnapshot;
  absorbedBefore: AgreementSnapshot;
  isUndone: boolean;
}>;

export async function insertMerge(
  tx: Tx,
  survivor: Readonly<{ before: RecordedAgreement; after: RecordedAgreement }>,
  absorbed: RecordedAgreement,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into agreement_merge (survivor_no, absorbed_no, survivor_before, survivor_after, absorbed_before)
    values (${survivor.before.no}, ${absorbed.no}, ${JSON.stringify(snapshotOf(survivor.before))},
            ${JSON.stringify(snapshotOf(survivor.after))}, ${JSON.stringify(snapshotOf(absorbed))})
    returning id`.execute(tx);
  const written = rows[0];
  if (written === undefined) throw new Error("insert into agreement_merge returned nothing");
  return written.id;
}

export async function findMerge(tx: Tx, id: number): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select m.id, survivor.id as "survivorId", absorbed.id as "absorbedId", m.survivor_before as "survivorBefore",
      m.survivor_after as "survivorAfter", m.absorbed_before as "absorbedBefore", m.undone_at is not null as "isUndone"
    from agreement_merge m
    join agreement survivor on survivor.no = m.survivor_no
    join agreement absorbed on absorbed.no = m.absorbed_no
    where m.id = ${id}`.execute(tx);
  return rows[0];
}

export async function markUndone(tx: Tx, id: number): Promise<void> {
  await sql`update agreement_merge set undone_at = now(), undone_by = current_setting('kakehashi.actor')
    where id = ${id}`.execute(tx);
}

export type MergeInForce = Readonly<{ id: number; absorbedId: string; absorbedTitle: string; mergedAt: string }>;

/** Records merged into this one and not separated since, newest first. For operators. */
export async function listMergesInto(tx: Tx, survivorId: string): Promise<readonly MergeInForce[]> {
  const { rows } = await sql<MergeInForce>`
    select m.id, absorbed.id as "absorbedId", absorbed.title as "absorbedTitle",
      to_char(m.merged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "mergedAt"
    from agreement_merge m
    join agreement survivor on survivor.no = m.survivor_no
    join agreement absorbed on absorbed.no = m.absorbed_no
    where survivor.id = ${survivorId} and m.undone_at is null order by m.id desc`.execute(tx);
  return rows;
}

/** Where the address of a merged record leads to now, for the public too; undefined when it was not merged. */
export async function findMergeTarget(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select agreement_merged_into(${numberOf(id)}::integer) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

/** The public cannot see the merged record itself, so its number is read from the id: A000012 is 12. */
function numberOf(id: string): number {
  const digits = /^A([0-9]{6,9})$/.exec(id)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
