/** All programmes of one body as they are worked on, in the order in which its report numbers them. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { findProgrammes, findPublishedProgrammes } from "./programme-store.ts";
import type { ProgrammeOwner, PublishedProgramme, RecordedProgramme } from "./recorded-programme.ts";

const LAST = Number.POSITIVE_INFINITY;

/** For those who work on them; empty for everybody else. */
export async function listOwnProgrammes(tx: Tx, owner: ProgrammeOwner): Promise<readonly RecordedProgramme[]> {
  const programmes = await findProgrammes(tx, await idsOf(tx, owner));
  return programmes.toSorted((a, b) => (a.facts.number ?? LAST) - (b.facts.number ?? LAST) || a.no - b.no);
}

/** How many there are, without reading what they say. */
export async function countOwnProgrammes(tx: Tx, owner: ProgrammeOwner): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from programme p join programme_work w on w.programme_no = p.no
    where p.owner = ${owner}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** As everybody reads them. */
export async function listPublishedOf(tx: Tx, owner: ProgrammeOwner): Promise<readonly PublishedProgramme[]> {
  const programmes = await findPublishedProgrammes(tx, await idsOf(tx, owner));
  return programmes.toSorted((a, b) => (a.facts.number ?? LAST) - (b.facts.number ?? LAST) || a.no - b.no);
}

/** Whose programmes the reader works on, in the order of their codes; all of them, however many. */
export async function listWorkOwners(tx: Tx): Promise<readonly Readonly<{ owner: string; name: string | null }>[]> {
  const { rows } = await sql<{ owner: string; name: string | null }>`
    select p.owner, max(p.owner_name) as name from programme p join programme_work w on w.programme_no = p.no
    group by p.owner order by p.owner`.execute(tx);
  return rows;
}

async function idsOf(tx: Tx, owner: ProgrammeOwner): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from programme where owner = ${owner}`.execute(tx);
  return rows.map(({ id }) => id);
}
