/**
 * A page of rows that are computed as a whole. Pages begin after a row named by its key, which keeps its place when rows
 * before it come or go.
 */
export const ROWS_ON_PAGE = 50;

export type PageOfRows<Row> = Readonly<{
  shown: readonly Row[];
  /** Key with which the next page begins; null on the last one. */
  next: string | null;
  /** The same for the page before; undefined is the first page, null where there is none. */
  previous: string | null | undefined;
}>;

/** @param after key of the last row of the page before; one that is no longer there leads to the first page. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string | undefined,
): PageOfRows<Row> {
  const from = after === undefined ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  const last = rows[from + ROWS_ON_PAGE - 1];
  const before = rows[from - ROWS_ON_PAGE - 1];
  return {
    shown: rows.slice(from, from + ROWS_ON_PAGE),
    next: last === undefined || from + ROWS_ON_PAGE >= rows.length ? null : keyOf(last),
    previous: from === 0 ? null : before === undefined ? undefined : keyOf(before),
  };
}
