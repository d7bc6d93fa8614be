/** Partners that a body's programmes name already, most often named first: as they are worked on, for who may read that. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { NamedPartner } from "../registry/index.ts";
import type { ProgrammeOwner } from "./recorded-programme.ts";

export async function partnersInProgrammes(
  tx: Tx,
  owner: ProgrammeOwner,
  limit: number,
): Promise<readonly NamedPartner[]> {
  const { rows } = await sql<NamedPartner>`
    select d.name, d.country from programme_partner d where d.owner = ${owner}
    group by d.name, d.country order by count(*) desc, d.name collate "ja-x-icu" limit ${limit}`.execute(tx);
  return rows;
}
