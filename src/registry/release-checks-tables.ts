/**
 * C4, C8: printed tables recounted. The contents count the entries of each field and need no sheet (C4). The 1対1
 * split and the countries come from the parties on the sheets, so they are counted for complete fields only; 合計 over
 * all fields is compared only when all of them are complete.
 */
import { addTallies, emptyTally, isSameTally, sumTallies, type Tally } from "../kernel/tally.ts";
import { type Column, TOTAL_COLUMN } from "./cross-table.ts";
import { FIELDS, type Field } from "./field.ts";
import { cellOf, isOneToOneRow, type PrintedRow, type PrintedTable, printsTotals } from "./printed-table.ts";
import type { CheckedRelease } from "./release.ts";
import { hasBothSides } from "./release-checks-contents.ts";
import type { NamedParties } from "./release-checks-names.ts";
import type { CellValues, ReleaseDisagreement } from "./release-disagreements.ts";

/** One listing to be counted: a sheet or an entry of the contents. */
export type Counted = NamedParties & Readonly<{ field: Field; relisted: boolean; marked: boolean }>;
type Count = Readonly<{ records: Tally; marks: Tally }>;
type Row = Omit<PrintedRow, "line">;
type Belongs = (counted: Counted) => boolean;

export type Recount = Readonly<{
  /** Null where the field cannot be counted: no complete sheets, no contents, or parties that cannot be read. */
  bySheets: (row: PrintedRow, table: PrintedTable, column: Column) => Count | null;
  byContents: (row: PrintedRow, table: PrintedTable, column: Column) => Tally | null;
}>;

export function findCellDisagreements(checked: CheckedRelease): readonly ReleaseDisagreement[] {
  const recount = recountRelease(checked);
  return checked.tables.flatMap((table) =>
    table.rows.flatMap(
      (row) => [...FIELDS, TOTAL_COLUMN].flatMap((column) => compareCell(recount, table, row, column as Column)), // FIELDS and the total are the columns
    ),
  );
}

export function recountRelease(checked: CheckedRelease): Recount {
  const sheets = checked.firsts.map((sheet) => ({ ...sheet, relisted: checked.groups.isRelisted(sheet) }));
  const entries = checked.entries.map((entry) => ({ ...entry, relisted: entry.marked }));
  const listedFields = new Set(entries.map(({ field }) => field));
  const bySheets = counter(sheets, checked.completeFields);
  const byContents = counter(entries, listedFields);
  const isWhole = FIELDS.every((field) => checked.completeFields.has(field));
  const contentsTell = (row: PrintedRow, table: PrintedTable, column: Column) =>
    table.id === "by-field" && row.kind === "total" && (column !== TOTAL_COLUMN || isWhole);
  return {
    bySheets,
    byContents: (row, table, column) =>
      contentsTell(row, table, column) ? (byContents(row, table, column)?.records ?? null) : null,
  };
}

function counter(counted: readonly Counted[], countable: ReadonlySet<Field>): Recount["bySheets"] {
  const byField = Map.groupBy(counted, ({ field }) => field);
  const countField = (row: PrintedRow, table: PrintedTable, field: Field): Count | null => {
    const own = byField.get(field) ?? [];
    if (!countable.has(field)) return null;
    const belongs = membership(row, table);
    if (belongs === null) return null;
    const needsParties = table.id === "by-country" || row.kind !== "total";
    if (needsParties && !own.every(hasBothSides)) return null;
    const rows = own.filter(belongs);
    return { records: tally(rows, ({ relisted }) => relisted), marks: tally(rows, ({ marked }) => marked) };
  };
  return (row, table, column) => {
    if (column !== TOTAL_COLUMN) return countField(row, table, column);
    const counts = FIELDS.map((field) => countField(row, table, field));
    const known = counts.filter((count) => count !== null);
    if (known.length < FIELDS.length) return null;
    return {
      records: sumTallies(known.map(({ records }) => records)),
      marks: sumTallies(known.map(({ marks }) => marks)),
    };
  };
}

/** Which listings a row counts; null for a row that cannot be told. */
function membership(row: Row, table: PrintedTable): Belongs | null {
  if (table.id === "by-field") {
    if (row.kind === "total") return () => true;
    return isOneToOneRow(row) ? isOneToOne : (counted) => !isOneToOne(counted);
  }
  if (row.kind === "total") return isOneToOne;
  if (row.kind === "row") {
    if (row.country === undefined) return null;
    return (counted) => isOneToOne(counted) && counted.foreign[0]?.country === row.country;
  }
  const named = table.rows.filter(({ kind }) => kind === "row");
  if (named.some(({ country }) => country === undefined)) return null;
  const shown = new Set(named.map(({ country }) => country));
  return (counted) => isOneToOne(counted) && !shown.has(counted.foreign[0]?.country ?? "");
}

/** A cell counted from all given listings; null for a row that cannot be told. */
export function countCell(table: PrintedTable, row: Row, column: Column, counted: readonly Counted[]): Tally | null {
  const belongs = membership(row, table);
  if (belongs === null) return null;
  const own = counted.filter((one) => (column === TOTAL_COLUMN || one.field === column) && belongs(one));
  return tally(own, ({ relisted }) => relisted);
}

function compareCell(
  recount: Recount,
  table: PrintedTable,
  row: PrintedRow,
  column: Column,
): readonly ReleaseDisagreement[] {
  if (column === TOTAL_COLUMN && !printsTotals(table)) return [];
  const printed = cellOf(row, column);
  const sheets = recount.bySheets(row, table, column);
  const contents = recount.byContents(row, table, column);
  const contentsDiffer = contents !== null && !isSameTally(printed, contents);
  const sheetsDiffer = sheets !== null && !isSameTally(printed, sheets.records);
  const recounted = sheets?.records ?? contents;
  if (recounted === null || !(contentsDiffer || sheetsDiffer)) return [];
  const byMarks = sheets !== null && !isSameTally(sheets.marks, sheets.records) ? sheets.marks : null;
  const byContents = contents !== null && !isSameTally(contents, recounted) ? contents : null;
  const values: CellValues = {
    table: table.id,
    row: row.label,
    column,
    printed,
    recounted,
    ...(byMarks === null ? {} : { recountedByMarks: byMarks }),
    ...(byContents === null ? {} : { recountedByContents: byContents }),
  };
  return [{ code: "table_cell_differs", rule: contentsDiffer ? "C4" : "C8", line: row.line, values }];
}

export function isOneToOne({ japan, foreign }: NamedParties): boolean {
  return japan.length === 1 && foreign.length === 1;
}

function tally(counted: readonly Counted[], isRelisted: Belongs): Tally {
  return counted.reduce((sum, one) => addTallies(sum, { n: 1, relisted: isRelisted(one) ? 1 : 0 }), emptyTally);
}
