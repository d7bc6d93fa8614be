/** What did not take place in a fiscal year (中止, 実績なし, 隔年のためなし): whole years and single parts, and why. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ItemStatus } from "./year-status.ts";

export type NotHeld = Readonly<{
  programmeId: string;
  title: string;
  owner: string;
  /** The part that failed; null for the year as a whole. */
  item: string | null;
  status: ItemStatus;
  reason: string | null;
}>;

/** Of each programme what is known of the year in the end. Only what is published. */
export async function listNotHeld(tx: Tx, fiscalYear: number): Promise<readonly NotHeld[]> {
  const { rows } = await sql<NotHeld>`
    select p.id as "programmeId", f.title, f.owner, failed.item, failed.status, failed.reason
    from programme_year y
      join programme_facts f on f.programme_no = y.programme_no and f.side = y.side
      join programme p on p.no = y.programme_no
      cross join lateral (
        select null as item, y.status, y.reason
        union all
        select i.value ->> 'label', i.value ->> 'status', i.value ->> 'reasonAsPrinted'
        from jsonb_array_elements(f.facts -> 'years') e cross join jsonb_array_elements(e.value -> 'items') i
        where (e.value ->> 'fiscalYear')::integer = y.fiscal_year and e.value ->> 'column' = y.year_column
      ) failed
    where y.side = 'published' and y.is_latest and y.fiscal_year = ${fiscalYear}::integer
      and failed.status in ('cancelled', 'none', 'none_biennial', 'not_arrived')
    order by f.office_order, p.no, failed.item nulls first limit 5000`.execute(tx);
  return rows;
}
