/** Published programmes that rest on an agreement (提携・協定) or on one merged into it, for the agreement's page. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions } from "./criteria-query.ts";

export type LinkedProgramme = Readonly<{
  id: string;
  title: string;
  owner: string;
  startFiscalYear: number | null;
  /** Newest fiscal year with an entry. */
  lastFiscalYear: number | null;
}>;

export async function programmesOfAgreement(tx: Tx, agreementId: string): Promise<readonly LinkedProgramme[]> {
  const { rows } = await sql<LinkedProgramme>`
    select p.id, f.title, f.owner, f.start_fiscal_year as "startFiscalYear",
      (select max(y.fiscal_year) from programme_year y
        where y.programme_no = f.programme_no and y.side = f.side) as "lastFiscalYear"
    from programme_facts f join programme p on p.no = f.programme_no
    where ${programmeConditions({ criteria: { agreement: agreementId } })} order by f.office_order, p.no`.execute(tx);
  return rows;
}
