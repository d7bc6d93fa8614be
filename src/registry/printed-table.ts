/**
 * Printed cross tables and what can be checked in them alone: release checks C1–C3 of the survey specification.
 *
 * C1: rows and columns add up, for n and for the inner count. C2: 0 ≤ relisted ≤ n. C3: the 1対1 row of the table by
 * field equals the 合計 row of the table by country. An empty printed cell counts as 0.
 */
import { addTallies, emptyTally, isSameTally, sumTallies, type Tally } from "../kernel/tally.ts";
import { COLUMNS, type Column, type RowKind, type TableId, TOTAL_COLUMN } from "./cross-table.ts";
import { FIELDS } from "./field.ts";

export type PrintedRow = Readonly<{
  label: string;
  kind: RowKind;
  country?: string;
  rank?: number;
  /** Cells that print a number; an empty one is left out. */
  cells: Readonly<Partial<Record<Column, Tally>>>;
  line: number;
}>;
export type PrintedTable = Readonly<{ id: TableId; rows: readonly PrintedRow[] }>;

export type SumDisagreement = Readonly<{
  code: "table_sum_wrong";
  rule: "C1" | "C2";
  line: number;
  values: Readonly<{
    table: TableId;
    row: string;
    column: Column;
    measure: "n" | "relisted";
    /** Which sum: along the row, down the column, or the inner count against its own cell. */
    along: "row" | "column" | "cell";
    printed: number;
    computed: number;
  }>;
}>;

export function cellOf(row: PrintedRow, column: Column): Tally {
  return row.cells[column] ?? emptyTally;
}

export function findSumDisagreements(table: PrintedTable): readonly SumDisagreement[] {
  return [
    ...table.rows.flatMap((row) => [...checkInner(table.id, row), ...checkRowSum(table, row)]),
    ...checkColumnSums(table),
  ];
}

/** A table without any number in its 合計 column has none; with some, an empty cell there prints 0. */
export function printsTotals({ rows }: PrintedTable): boolean {
  return rows.some(({ cells }) => cells[TOTAL_COLUMN] !== undefined);
}

/** C3; empty when one of the two rows is not printed. */
export function findOneToOneDifferences(
  tables: readonly PrintedTable[],
): readonly Readonly<{ column: Column; byField: Tally; byCountry: Tally; line: number; row: string }>[] {
  const single = tables.find(({ id }) => id === "by-field")?.rows.find(isOneToOneRow);
  const total = tables.find(({ id }) => id === "by-country")?.rows.find(({ kind }) => kind === "total");
  if (single === undefined || total === undefined) return [];
  return COLUMNS.flatMap((column) => {
    const byField = cellOf(single, column);
    const byCountry = cellOf(total, column);
    if (isSameTally(byField, byCountry)) return [];
    return [{ column, byField, byCountry, line: total.line, row: total.label }];
  });
}

export function isOneToOneRow({ label, kind }: Pick<PrintedRow, "label" | "kind">): boolean {
  return kind !== "total" && /1\s*対\s*1/u.test(label.normalize("NFKC"));
}

function checkInner(table: TableId, row: PrintedRow): readonly SumDisagreement[] {
  return COLUMNS.flatMap((column) => {
    const { n, relisted } = cellOf(row, column);
    if (relisted <= n) return [];
    const values = { table, row: row.label, column, measure: "relisted", along: "cell" } as const;
    return [disagree("C2", row.line, { ...values, printed: relisted, computed: n })];
  });
}

function checkRowSum(table: PrintedTable, row: PrintedRow): readonly SumDisagreement[] {
  if (!printsTotals(table)) return [];
  const computed = sumTallies(FIELDS.map((field) => cellOf(row, field)));
  return compareSums(cellOf(row, TOTAL_COLUMN), computed, row, { table: table.id, column: TOTAL_COLUMN, along: "row" });
}

function checkColumnSums({ id, rows }: PrintedTable): readonly SumDisagreement[] {
  const total = rows.find(({ kind }) => kind === "total");
  const parts = rows.filter(({ kind }) => kind !== "total");
  if (total === undefined || parts.length < 2) return [];
  return COLUMNS.flatMap((column) => {
    const computed = parts.map((row) => cellOf(row, column)).reduce(addTallies, emptyTally);
    return compareSums(cellOf(total, column), computed, total, { table: id, column, along: "column" });
  });
}

function compareSums(
  printed: Tally,
  computed: Tally,
  { label, line }: PrintedRow,
  where: Readonly<{ table: TableId; column: Column; along: "row" | "column" }>,
): readonly SumDisagreement[] {
  const measures = ["n", "relisted"] as const;
  return measures.flatMap((measure) => {
    if (printed[measure] === computed[measure]) return [];
    const sums = { printed: printed[measure], computed: computed[measure] };
    return [disagree("C1", line, { ...where, row: label, measure, ...sums })];
  });
}

function disagree(rule: "C1" | "C2", line: number, values: SumDisagreement["values"]): SumDisagreement {
  return { code: "table_sum_wrong", rule, line, values };
}
