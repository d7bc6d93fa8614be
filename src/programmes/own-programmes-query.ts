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

/** As everybody reads them. */
export async function listPublishedOf(tx: Tx, owner: ProgrammeOwner): Promise<readonly PublishedProgramme[]> {
  const programmes = await findPublishedProgrammes(tx, await idsOf(tx, owner));
  return programmes.toSorted((a, b) => (a.facts.number ?? LAST) - (b.facts.number ?? LAST) || a.no - b.no);
}

async function idsOf(tx: Tx, owner: ProgrammeOwner): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from programme where owner = ${owner}`.execute(tx);
  return rows.map(({ id }) => id);
}
