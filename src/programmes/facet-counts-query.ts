/**
 * How many programmes each further criterion would leave (件数), and how many there are by fiscal year and status. A
 * criterion's own counts leave the criterion itself out, so that a page can show what else could be chosen.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions, type SidedCriteria } from "./criteria-query.ts";
import { NOT_STATED, type ProgrammeCriteria, programmeCriteriaToParameters } from "./programme-criteria.ts";
import { rememberCounts } from "./remembered-counts-query.ts";
import type { YearStatus } from "./year-status.ts";

export const PROGRAMME_FACETS = [
  "field",
  "country",
  "prefecture",
  "government",
  "fiscalYear",
  "status",
  "startFiscalYear",
] as const;
export type ProgrammeFacet = (typeof PROGRAMME_FACETS)[number];

/** `value` as the address writes it; no statuses without a fiscal year; `unknown` for what a programme does not say. Most frequent first. */
export type ProgrammeFacetCount = Readonly<{ value: string; count: number }>;
export type ProgrammeFacetCounts = Readonly<Record<ProgrammeFacet, readonly ProgrammeFacetCount[]>>;

const MOST_VALUES = 60;

export function programmeFacetCounts(
  tx: Tx,
  { criteria, side = "published" }: SidedCriteria,
): Promise<ProgrammeFacetCounts> {
  const key = `facets?${programmeCriteriaToParameters(criteria)}`;
  return rememberCounts(tx, side, key, () => countFacets(tx, { criteria, side }));
}

async function countFacets(tx: Tx, { criteria, side }: Required<SidedCriteria>): Promise<ProgrammeFacetCounts> {
  // What became of a programme is asked of a year; over all years nearly every programme has every status.
  const asked = PROGRAMME_FACETS.filter((facet) => facet !== "status" || criteria.fiscalYear !== undefined);
  const counted = asked.map((facet) => {
    const { [facet]: _own, ...others } = criteria;
    return countsOf(facet, programmeConditions({ criteria: others, side }), criteria);
  });
  const { rows } = await sql<ProgrammeFacetCount & { facet: ProgrammeFacet }>`
    select facet, value, count from (${sql.join(counted, sql` union all `)}) counted
    order by facet, count desc, value`.execute(tx);
  const of = (facet: ProgrammeFacet) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return {
    field: of("field"),
    country: of("country"),
    prefecture: of("prefecture"),
    government: of("government"),
    fiscalYear: of("fiscalYear"),
    status: of("status"),
    startFiscalYear: of("startFiscalYear"),
  };
}

/** What each facet counts: an expression over `f`, or over rows joined to it. */
function countsOf(facet: ProgrammeFacet, where: RawBuilder<unknown>, { fiscalYear, status }: ProgrammeCriteria) {
  const unknown = sql`${NOT_STATED}::text`;
  const ofYear = (value: RawBuilder<unknown>, also: RawBuilder<unknown>) => ({
    value,
    join: sql`join programme_year y on y.programme_no = f.programme_no and y.side = f.side and y.is_latest and ${also}`,
  });
  const own: Record<ProgrammeFacet, Readonly<{ value: RawBuilder<unknown>; join: RawBuilder<unknown> }>> = {
    field: {
      value: sql`coalesce(field, ${unknown})`,
      join: sql`left join lateral jsonb_array_elements_text(f.fields) field on true`,
    },
    country: {
      value: sql`coalesce(r.country, ${unknown})`,
      join: sql`left join programme_partner r
        on r.programme_no = f.programme_no and r.side = f.side and r.country is not null`,
    },
    prefecture: { value: sql`f.prefecture_code`, join: sql`` },
    government: { value: sql`f.owner`, join: sql`` },
    fiscalYear: ofYear(sql`y.fiscal_year::text`, status === undefined ? sql`true` : sql`y.status = ${status}`),
    status: ofYear(sql`y.status`, fiscalYear === undefined ? sql`true` : sql`y.fiscal_year = ${fiscalYear}::integer`),
    startFiscalYear: { value: sql`coalesce(f.start_fiscal_year::text, ${unknown})`, join: sql`` },
  };
  const { value, join } = own[facet];
  const count = facet === "country" || facet === "field" ? sql`count(distinct f.programme_no)` : sql`count(*)`; // else one row of a value
  return sql`(select ${facet}::text as facet, ${value} as value, ${count} as count
    from programme_facts f ${join} where ${where} and ${value} is not null group by 2
    order by 3 desc, 2 limit ${MOST_VALUES})`;
}

export type YearStatusCount = Readonly<{ fiscalYear: number; status: YearStatus; count: number }>;

type YearSpan = Readonly<{ from: number; to: number }>;

/** Newest year first; of each year what is known in the end. */
export function countYearStatuses(
  tx: Tx,
  { criteria, side = "published", from, to }: SidedCriteria & YearSpan,
): Promise<readonly YearStatusCount[]> {
  const key = `year-statuses?${programmeCriteriaToParameters(criteria)}&from=${from}&to=${to}`;
  return rememberCounts(tx, side, key, () => readYearStatuses(tx, { criteria, side, from, to }));
}

async function readYearStatuses(
  tx: Tx,
  { criteria, side, from, to }: Required<SidedCriteria> & YearSpan,
): Promise<readonly YearStatusCount[]> {
  const isAll = Object.keys(criteria).length === 0;
  const own = isAll
    ? sql`true`
    : sql`y.programme_no in (select f.programme_no from programme_facts f where ${programmeConditions({ criteria, side })})`;
  const { rows } = await sql<YearStatusCount>`
    select y.fiscal_year as "fiscalYear", y.status, count(*) from programme_year y
    where y.side = ${side} and y.is_latest and y.fiscal_year between ${from}::integer and ${to}::integer and ${own}
    group by y.fiscal_year, y.status order by y.fiscal_year desc, 3 desc, y.status`.execute(tx);
  return rows;
}
