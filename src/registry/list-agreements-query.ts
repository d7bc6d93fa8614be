/** Lists agreements by criteria, in an order, page by page, with what a list shows of each. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { AgreementDate } from "./agreement.ts";
import { orderingDate } from "./agreement-keys.ts";
import { SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import type { Criteria } from "./criteria.ts";
import { conditions } from "./criteria-query.ts";
import type { Totals } from "./facets/facet-counts.ts";
import { tallyFacets } from "./facets/facets-query.ts";
import { DEFAULT_SORT, type PageKey, type PageRequest, readPageKey, type Sort, writePageKey } from "./page-key.ts";
import { explainMatch, type MatchedFact } from "./search/explain-match.ts";
import { type SearchExplanation, searchAgreements } from "./search/search-query.ts";

export type AgreementSummary = Readonly<
  Omit<SummaryRow, "is_one_to_one" | "updated_at"> & {
    isOneToOne: boolean;
    updatedAt: string;
    /** The date a list shows and orders by. */
    signed: AgreementDate | null;
    /** Where the search found something in this record; empty without a search. */
    matched: readonly MatchedFact[];
  }
>;

export type AgreementPage = Readonly<{
  rows: readonly AgreementSummary[];
  totals: Totals;
  /** Keys for `after` and `before`, null at the end and at the beginning. */
  next: string | null;
  previous: string | null;
  /** What was searched for, variants included; null without a search. */
  search: SearchExplanation | null;
}>;

export type ListRequest = Readonly<{ criteria: Criteria; sort?: Sort; page?: PageRequest; limit?: number }>;

/** Few records are read by their numbers; of many, the next page is near wherever one stands in the order. */
export async function listAgreements(tx: Tx, request: ListRequest): Promise<AgreementPage> {
  const { criteria, sort = DEFAULT_SORT, page = {}, limit = 50 } = request;
  const search = await searchAgreements(tx, criteria.q);
  const { totals, few } = await tallyFacets(tx, criteria);
  const before = readPageKey(page.before);
  const after = before === undefined ? readPageKey(page.after) : undefined;
  const where =
    few === null ? conditions(criteria) : sql`a.publication = 'published' and a.no = any(${few}::integer[])`;
  const wanted = { where, order: ORDERS[sort], key: before ?? after };
  const rows = few?.length === 0 ? [] : await readPage(tx, wanted, before !== undefined, limit + 1);
  const more = rows.length > limit;
  const shown = before === undefined ? rows.slice(0, limit) : rows.slice(0, limit).reverse();
  const hasNext = before === undefined ? more : shown.length > 0;
  const hasPrevious = before === undefined ? after !== undefined && shown.length > 0 : more;
  return {
    rows: shown.map((row) => summaryOf(row, search?.explanation ?? null)),
    totals,
    next: hasNext ? keyOf(shown.at(-1)) : null,
    previous: hasPrevious ? keyOf(shown[0]) : null,
    search: search?.explanation ?? null,
  };
}

type Order = Readonly<{
  column: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  text: RawBuilder<unknown>;
  isDescending: boolean;
}>;

const ORDERS: Readonly<Record<Sort, Order>> = {
  "signed-desc": {
    column: sql`a.signed_newest`,
    type: sql`date`,
    text: sql`a.signed_newest::text`,
    isDescending: true,
  },
  "signed-asc": {
    column: sql`a.signed_oldest`,
    type: sql`date`,
    text: sql`a.signed_oldest::text`,
    isDescending: false,
  },
  title: { column: sql`a.title collate "ja-x-icu"`, type: sql`text`, text: sql`a.title`, isDescending: false },
  updated: {
    column: sql`a.updated_at`,
    type: sql`timestamptz`,
    text: sql`to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    isDescending: true,
  },
};

type Wanted = Readonly<{ where: RawBuilder<unknown>; order: Order; key: PageKey | undefined }>;
type OrderedRow = SummaryRow & Readonly<{ order_value: string }>;

/** The page is cut first; what a list shows is read for its rows only. */
async function readPage(tx: Tx, wanted: Wanted, isBackward: boolean, limit: number): Promise<readonly OrderedRow[]> {
  const { where, order, key } = wanted;
  const goesDown = order.isDescending !== isBackward;
  const direction = goesDown ? sql`desc` : sql`asc`;
  const from =
    key === undefined
      ? sql`true`
      : sql`(${order.column}, a.no) ${goesDown ? sql`<` : sql`>`} (${key.value}::${order.type}, ${key.no}::integer)`;
  const { rows } = await sql<OrderedRow>`
    select ${SUMMARY_COLUMNS}, a.order_value
    from (
      select a.no, a.id, a.title, a.version, a.publication, a.is_one_to_one, a.updated_at, ${order.text} as order_value,
        row_number() over () as place
      from (
        select a.* from agreement a where ${where} and ${from}
        order by ${order.column} ${direction}, a.no ${direction} limit ${limit}
      ) a
    ) a
    order by a.place`.execute(tx);
  return rows;
}

function keyOf(row: OrderedRow | undefined): string | null {
  return row === undefined ? null : writePageKey({ value: row.order_value, no: row.no });
}

export function summaryOf(row: SummaryRow, explanation: SearchExplanation | null): AgreementSummary {
  const { no, id, title, version, publication, japan, foreign, dates, listings } = row;
  return {
    ...{ no, id, title, version, publication, japan, foreign, dates, listings },
    isOneToOne: row.is_one_to_one,
    updatedAt: row.updated_at,
    signed: orderingDate(dates) ?? dates[0] ?? null,
    matched: explanation === null ? [] : explainMatch(explanation, row),
  };
}
