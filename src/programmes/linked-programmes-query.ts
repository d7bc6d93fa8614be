/** Published programmes that rest on an agreement (提携・協定), for the agreement's page. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

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
    from programme_agreement g
      join programme_facts f on f.programme_no = g.programme_no and f.side = g.side
      join programme p on p.no = g.programme_no
    where g.agreement_id = ${agreementId} and g.side = 'published' order by f.office_order, p.no`.execute(tx);
  return rows;
}
