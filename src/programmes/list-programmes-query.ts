/** Lists programmes by criteria, in an order, page by page, with what a list shows of each. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { type Field, type PageRequest, readPageKey, writePageKey } from "../registry/index.ts";
import { programmeConditions, type SidedCriteria } from "./criteria-query.ts";
import type { Partner } from "./programme.ts";
import type { YearColumn } from "./programme-year.ts";
import type { ProgrammeIdentity, ProgrammeState } from "./recorded-programme.ts";
import type { YearStatus } from "./year-status.ts";

export const PROGRAMME_SORTS = ["office", "title", "start-desc", "start-asc", "updated"] as const;
/** `office`: by whose they are and the number in the report. */
export type ProgrammeSort = (typeof PROGRAMME_SORTS)[number];
export const DEFAULT_PROGRAMME_SORT: ProgrammeSort = "office";

export function readProgrammeSort(text: string | null | undefined): ProgrammeSort {
  return PROGRAMME_SORTS.find((sort) => sort === text) ?? DEFAULT_PROGRAMME_SORT;
}

export type YearMark = Readonly<{
  fiscalYear: number;
  column: YearColumn;
  status: YearStatus;
  reason: string | null;
}>;

export type ProgrammeSummary = ProgrammeIdentity &
  Readonly<{
    number: number | null;
    title: string;
    parentTitle: string | null;
    section: string | null;
    startFiscalYear: number | null;
    /** As printed: 昭和54年度. */
    startAsPrinted: string | null;
    fields: readonly Field[];
    partners: readonly Partner[];
    /** Of the side `working`; null for what everybody reads. */
    state: ProgrammeState | null;
    /** The entry of the fiscal year asked for, else of the newest one. */
    year: YearMark | null;
    updatedAt: string;
  }>;

export type ProgrammePage = Readonly<{
  rows: readonly ProgrammeSummary[];
  total: number;
  /** Keys for `after` and `before`, null at the end and at the beginning. */
  next: string | null;
  previous: string | null;
}>;

export type ProgrammeListRequest = SidedCriteria &
  Readonly<{ sort?: ProgrammeSort | undefined; page?: PageRequest; limit?: number }>;

export async function listProgrammes(tx: Tx, request: ProgrammeListRequest): Promise<ProgrammePage> {
  const { criteria, side, sort = DEFAULT_PROGRAMME_SORT, page = {}, limit = 50 } = request;
  const before = readPageKey(page.before);
  const after = before === undefined ? readPageKey(page.after) : undefined;
  const isBackward = before !== undefined;
  const where = programmeConditions({ criteria, side });
  const { rows } = await readPage(tx, { where, sort, key: before ?? after, isBackward, limit, ...criteria });
  const more = rows.length > limit;
  const shown = isBackward ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const hasNext = isBackward ? shown.length > 0 : more;
  const hasPrevious = isBackward ? more : after !== undefined && shown.length > 0;
  return {
    rows: await withStates(tx, shown, side),
    total: await countProgrammes(tx, { criteria, side }),
    next: hasNext ? keyOf(shown.at(-1)) : null,
    previous: hasPrevious ? keyOf(shown[0]) : null,
  };
}

export async function countProgrammes(tx: Tx, criteria: SidedCriteria): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from programme_facts f where ${programmeConditions(criteria)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

type Order = Readonly<{ column: RawBuilder<unknown>; type: RawBuilder<unknown>; isDescending: boolean }>;

const ORDERS: Readonly<Record<ProgrammeSort, Order>> = {
  office: { column: sql`f.office_order`, type: sql`text collate "C"`, isDescending: false },
  title: { column: sql`f.title collate "ja-x-icu"`, type: sql`text`, isDescending: false },
  "start-desc": { column: sql`coalesce(f.start_fiscal_year, 0)`, type: sql`integer`, isDescending: true },
  "start-asc": { column: sql`coalesce(f.start_fiscal_year, 9999)`, type: sql`integer`, isDescending: false },
  updated: { column: sql`f.updated_at`, type: sql`timestamptz`, isDescending: true },
};

type OrderedRow = Omit<ProgrammeSummary, "state"> & Readonly<{ order_value: string }>;

/** Only those who work on a programme may ask where the work stands, and only they have such rows. */
async function withStates(tx: Tx, shown: readonly OrderedRow[], side: SidedCriteria["side"]) {
  const nos = side === "working" ? shown.map(({ no }) => no) : [];
  const states = new Map(nos.length === 0 ? [] : await statesOf(tx, nos));
  return shown.map(({ order_value: _value, ...row }) => ({ ...row, state: states.get(row.no) ?? null }));
}

async function statesOf(tx: Tx, nos: readonly number[]): Promise<readonly (readonly [number, ProgrammeState])[]> {
  const { rows } = await sql<{ no: number; state: ProgrammeState }>`
    select programme_no as no, state from programme_work where programme_no = any(${nos})`.execute(tx);
  return rows.map(({ no, state }) => [no, state]);
}

type Wanted = Readonly<{
  where: RawBuilder<unknown>;
  sort: ProgrammeSort;
  key: ReturnType<typeof readPageKey>;
  isBackward: boolean;
  limit: number;
  fiscalYear?: number;
}>;

/** The page is cut first; what a list shows is read for its rows only. */
function readPage(tx: Tx, { where, sort, key, isBackward, limit, fiscalYear }: Wanted) {
  const { column, type, isDescending } = ORDERS[sort];
  const goesDown = isDescending !== isBackward;
  const direction = goesDown ? sql`desc` : sql`asc`;
  const from =
    key === undefined
      ? sql`true`
      : sql`(${column}, f.programme_no) ${goesDown ? sql`<` : sql`>`} (${key.value}::${type}, ${key.no}::integer)`;
  return sql<OrderedRow>`
    select p.no, p.id, p.owner, p.government_code as "governmentCode", p.owner_name as "ownerName",
      ${SHOWN}, ${yearMark(fiscalYear)} as year,
      f.order_value
    from (
      select f.*, ${column}::text as order_value, row_number() over () as place
      from (select f.* from programme_facts f where ${where} and ${from}
        order by ${column} ${direction}, f.programme_no ${direction} limit ${limit + 1}) f
    ) f join programme p on p.no = f.programme_no
    order by f.place`.execute(tx);
}

const SHOWN = sql`f.number, f.title, f.facts ->> 'parentTitle' as "parentTitle", f.facts ->> 'section' as section,
  f.start_fiscal_year as "startFiscalYear", f.facts -> 'startFiscalYear' ->> 'asPrinted' as "startAsPrinted",
  f.fields, f.facts -> 'partners' as partners,
  to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"`;

function yearMark(fiscalYear: number | undefined) {
  const wanted = fiscalYear === undefined ? sql`true` : sql`y.fiscal_year = ${fiscalYear}::integer`;
  return sql`(select jsonb_build_object('fiscalYear', y.fiscal_year, 'column', y.year_column, 'status', y.status,
      'reason', y.reason)
    from programme_year y where y.programme_no = f.programme_no and y.side = f.side and y.is_latest and ${wanted}
    order by y.fiscal_year desc limit 1)`;
}

function keyOf(row: OrderedRow | undefined): string | null {
  return row === undefined ? null : writePageKey({ value: row.order_value, no: row.no });
}
