/** Published programmes with turns or visits, from which the next ones are computed. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions } from "./criteria-query.ts";
import type { ProgrammeCriteria } from "./programme-criteria.ts";
import { findPublishedProgrammes } from "./programme-store.ts";
import type { PublishedProgramme } from "./recorded-programme.ts";

/** Meetings held every few years, and programmes with visits in either direction. */
export async function listTakingTurns(
  tx: Tx,
  criteria: ProgrammeCriteria = {},
): Promise<readonly PublishedProgramme[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from programme_facts f join programme p on p.no = f.programme_no
    where ${programmeConditions({ criteria })} and (f.every_years > 1 or f.programme_no in (
      select e.programme_no from programme_event e
      where e.side = 'published' and e.is_latest and e.direction is not null
      group by e.programme_no having min(e.direction) <> max(e.direction)))
    order by f.office_order, p.no limit 500`.execute(tx);
  return findPublishedProgrammes(
    tx,
    rows.map(({ id }) => id),
  );
}
