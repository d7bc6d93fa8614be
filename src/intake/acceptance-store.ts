/**
 * What one act accepted (確定): the drafts that one request accepted or linked, one of them or a whole report, as far as
 * nobody has decided on them anew since. Read from the events of the import, so nothing has to be kept beside them.
 */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { lockDrafts } from "./draft-store.ts";
import type { StoredDraft } from "./imported-document.ts";

export type Acceptance = Readonly<{
  /** The request that accepted them. */
  id: string;
  acceptedAt: string;
  acceptedBy: string;
  acceptedByName: string | null;
  /** Drafts that became records of their own. */
  accepted: number;
  /** Drafts that were linked to a record. */
  linked: number;
}>;

/** The decision in force on each draft, with the event that told it. */
const decided = (documentId: string) => sql`
  select f.position, f.state, last.id, last.request_id, last.acted_at, last.acted_by
  from import_draft f cross join lateral (
    select e.id, e.request_id, e.acted_at, e.acted_by from import_event e
    where e.document_id = f.document_id and e.draft_position = f.position
      and e.action in ('accepted', 'accepted_edited', 'linked')
    order by e.id desc limit 1) last
  where f.document_id = ${documentId} and f.state in ('accepted', 'linked') and last.request_id is not null`;

/** Newest first. */
export async function listAcceptances(tx: Tx, documentId: string, limit: number): Promise<readonly Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    select d.request_id as id, to_json(max(d.acted_at))#>>'{}' as "acceptedAt", max(d.acted_by) as "acceptedBy",
      (select u.display_name from account u where u.id = max(d.acted_by)) as "acceptedByName",
      count(*) filter (where d.state = 'accepted')::integer as accepted,
      count(*) filter (where d.state = 'linked')::integer as linked
    from (${decided(documentId)}) d
    group by d.request_id order by max(d.id) desc limit ${limit}`.execute(tx);
  return rows;
}

/** Positions of its drafts, the newest decision first: what was linked to a record comes before what made it. */
export async function listPositionsOfAcceptance(
  tx: Tx,
  documentId: string,
  acceptance: string,
): Promise<readonly number[]> {
  const { rows } = await sql<{ position: number }>`
    select d.position from (${decided(documentId)}) d where d.request_id = ${acceptance} order by d.id desc`.execute(
    tx,
  );
  return rows.map(({ position }) => position);
}

/** Its drafts in that order, held until the transaction ends. */
export async function lockAcceptance(tx: Tx, documentId: string, acceptance: string): Promise<readonly StoredDraft[]> {
  const first = await listPositionsOfAcceptance(tx, documentId, acceptance);
  const locked = new Map((await lockDrafts(tx, documentId, first)).map((draft) => [draft.position, draft]));
  // What somebody decided anew while this waited for the lock is no part of it any more.
  const still = await listPositionsOfAcceptance(tx, documentId, acceptance);
  return still.flatMap((position) => locked.get(position) ?? []);
}
