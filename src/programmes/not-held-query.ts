/** What did not take place in a fiscal year (中止, 実績なし, 隔年のためなし): whole years and single parts, and why. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions } from "./criteria-query.ts";
import { type ProgrammeCriteria, programmeCriteriaToParameters } from "./programme-criteria.ts";
import { rememberCounts } from "./remembered-counts-query.ts";
import type { ItemStatus } from "./year-status.ts";

export type NotHeld = Readonly<{
  programmeId: string;
  title: string;
  owner: string;
  ownerName: string | null;
  /** The part or the event that failed; null for the year as a whole. */
  item: string | null;
  /** Where it stands in its year, 0 for the year as a whole. */
  place: number;
  status: ItemStatus;
  reason: string | null;
}>;

/** More than everybody together calls off in most years; of more the first so many are kept. */
export const MOST_NOT_HELD = 5_000;

export type NotHeldList = Readonly<{
  rows: readonly NotHeld[];
  /** On record, shown or not. */
  total: number;
}>;

type NotHeldRequest = Readonly<{ fiscalYear: number; criteria: ProgrammeCriteria }>;

/** Of each programme what is known of the year in the end. Only what is published. */
export function listNotHeld(tx: Tx, request: NotHeldRequest): Promise<NotHeldList> {
  const key = `not-held?${programmeCriteriaToParameters(request.criteria)}&of=${request.fiscalYear}`;
  // the parts of every programme's year have to be looked through
  return rememberCounts(tx, "published", key, () => readNotHeld(tx, request));
}

async function readNotHeld(tx: Tx, { fiscalYear, criteria }: NotHeldRequest): Promise<NotHeldList> {
  const { fiscalYear: _year, status: _status, ...others } = criteria;
  const { rows } = await sql<NotHeld & { total: number }>`
    select count(*) over () as total, p.id as "programmeId", f.title, f.owner, p.owner_name as "ownerName", failed.item, failed.place,
      failed.status, failed.reason
    from programme_year y
      join programme_facts f on f.programme_no = y.programme_no and f.side = y.side
      join programme p on p.no = y.programme_no
      cross join lateral (
        select null as item, 0::bigint as place, y.status, y.reason
        union all
        select i.value ->> 'label', i.place, i.value ->> 'status', i.value ->> 'reasonAsPrinted'
        from jsonb_array_elements(f.facts -> 'years') e
          cross join jsonb_array_elements(e.value -> 'items') with ordinality i (value, place)
        where (e.value ->> 'fiscalYear')::integer = y.fiscal_year and e.value ->> 'column' = y.year_column
        union all
        select v.name, 100000 + v.position, v.status, null from programme_event v
        where v.programme_no = y.programme_no and v.side = y.side and v.fiscal_year = y.fiscal_year
          and v.year_column = y.year_column and v.item is null and y.status <> v.status
      ) failed
    where y.side = 'published' and y.is_latest and y.fiscal_year = ${fiscalYear}::integer
      and failed.status in ('cancelled', 'none', 'none_biennial', 'not_arrived')
      and ${programmeConditions({ criteria: others })}
    order by f.office_order, p.no, failed.place limit ${MOST_NOT_HELD}`.execute(tx);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}
