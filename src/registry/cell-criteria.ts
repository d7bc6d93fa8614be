/** The criteria behind a cell of a cross table: the list they open has exactly the cell's listings. */
import type { Criteria } from "./criteria.ts";
import type { Column, CrossTable, TableRow } from "./cross-table.ts";
import { isField } from "./field.ts";

/** Which of the two numbers of `n(relisted)`. */
export type Measure = "n" | "relisted";

/** Compare with `totals.listings` of the list, not with its agreements: one agreement may have several listings. */
export function cellCriteria(table: CrossTable, row: TableRow, column: Column, measure: Measure): Criteria {
  return {
    ...rowCriteria(table, row),
    ...(isField(column) ? { field: column } : {}),
    ...(measure === "relisted" ? { position: "relisting" } : {}),
  };
}

function rowCriteria({ table, rows }: CrossTable, row: TableRow): Criteria {
  if (table === "by-country") return { parties: "one", ...countryCriteria(rows, row) };
  if (row.kind === "total") return {};
  return { parties: rows.indexOf(row) === 0 ? "one" : "several" };
}

function countryCriteria(rows: readonly TableRow[], row: TableRow): Criteria {
  if (row.country !== undefined) return { country: row.country };
  if (row.kind !== "other") return {};
  return { exceptCountries: rows.flatMap(({ country }) => (country === undefined ? [] : [country])) };
}
