/** Agreements taken out of what the public reads and not merged into another one: for operators, the last one first. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import { type AgreementSummary, summaryOf } from "./list-agreements-query.ts";

export async function listWithdrawn(tx: Tx, limit: number): Promise<readonly AgreementSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select ${SUMMARY_COLUMNS} from agreement a
    where a.publication = 'withdrawn' and a.merged_into is null
    order by a.updated_at desc, a.no desc limit ${limit}`.execute(tx);
  return rows.map((row) => summaryOf(row, null));
}
