/** Published programmes with turns or visits, from which the next ones are computed. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { findPublishedProgrammes } from "./programme-store.ts";
import type { PublishedProgramme } from "./recorded-programme.ts";

/** Meetings held every few years, and programmes with visits in either direction. */
export async function listTakingTurns(tx: Tx): Promise<readonly PublishedProgramme[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from programme_facts f join programme p on p.no = f.programme_no
    where f.side = 'published' and (f.every_years > 1 or (select count(distinct e.direction) from programme_event e
      where e.programme_no = f.programme_no and e.side = f.side and e.is_latest) > 1)
    order by f.office_order, p.no limit 500`.execute(tx);
  return findPublishedProgrammes(
    tx,
    rows.map(({ id }) => id),
  );
}
