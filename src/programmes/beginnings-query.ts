/** Published programmes that have an anniversary in a fiscal year: every so many years after the first one. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions } from "./criteria-query.ts";
import type { ProgrammeCriteria } from "./programme-criteria.ts";

export type ProgrammeBeginning = Readonly<{ id: string; title: string; startFiscalYear: number }>;

export async function programmesWithAnniversary(
  tx: Tx,
  { fiscalYear, every, criteria = {} }: Readonly<{ fiscalYear: number; every: number; criteria?: ProgrammeCriteria }>,
): Promise<readonly ProgrammeBeginning[]> {
  const { rows } = await sql<ProgrammeBeginning>`
    select p.id, f.title, f.start_fiscal_year as "startFiscalYear"
    from programme_facts f join programme p on p.no = f.programme_no
    where ${programmeConditions({ criteria })} and f.start_fiscal_year < ${fiscalYear}::integer
      and (${fiscalYear}::integer - f.start_fiscal_year) % ${every}::integer = 0
    order by f.start_fiscal_year, f.office_order limit 2000`.execute(tx);
  return rows;
}
