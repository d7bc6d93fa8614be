/** How many programmes an annual report would show, before anything of it is read. */
import { sql } from "kysely";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { Tx } from "../../platform/index.ts";
import type { ProgrammeSide } from "../criteria-query.ts";
import type { ProgrammeOwner } from "../recorded-programme.ts";

/**
 * Each box is composed and read back: three times what the largest office has takes seconds, in which the server
 * answers nobody else. The command makes reports of any size in a process of its own.
 */
export const MOST_IN_REPORT = 1_000;

export async function countReported(
  tx: Tx,
  { owner, fiscalYear, side }: Readonly<{ owner: ProgrammeOwner; fiscalYear: FiscalYear; side: ProgrammeSide }>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct y.programme_no) as count from programme_year y
      join programme p on p.no = y.programme_no
    where p.owner = ${owner} and y.side = ${side}
      and y.fiscal_year between ${fiscalYear}::integer - 1 and ${fiscalYear}::integer`.execute(tx);
  return rows[0]?.count ?? 0;
}
