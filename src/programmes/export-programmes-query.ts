/** Published programmes under criteria, for exports through a cursor: `database.stream(actor, (tx) => programmesForExport(…))`. */
import { type CompiledQuery, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions } from "./criteria-query.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { ProgrammeCriteria } from "./programme-criteria.ts";
import type { ProgrammeOwner } from "./recorded-programme.ts";

export type ExportedProgramme = Readonly<{
  id: string;
  owner: ProgrammeOwner;
  /** Of a body that is no local government. */
  ownerName: string | null;
  version: number;
  /** An instant in UTC. */
  updatedAt: string;
  facts: ProgrammeFacts;
}>;

/** In the order of ids. */
export function programmesForExport(tx: Tx, criteria: ProgrammeCriteria = {}): CompiledQuery<ExportedProgramme> {
  return sql<ExportedProgramme>`
    select p.id, p.owner, p.owner_name as "ownerName", p.published_version as version,
      to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", f.facts
    from programme_facts f join programme p on p.no = f.programme_no
    where ${programmeConditions({ criteria })} order by f.programme_no`.compile(tx);
}
