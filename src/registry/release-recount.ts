/**
 * The printed tables recounted as whole tables, row by row as printed; where none is printed, the tables the counted
 * listings give. Cells of a printed table are counted as the checks count them: from the sheets of complete fields, and
 * from the contents where those alone tell; a cell that cannot be counted is left out. Without a table of contents the
 * sheets that are there count.
 */
import type { Tally } from "../kernel/tally.ts";
import {
  COLUMNS,
  type Column,
  type CountryNames,
  type ListingFact,
  tabulateByCountry,
  tabulateByField,
} from "./cross-table.ts";
import { FIELDS, type Field } from "./field.ts";
import type { PrintedRow, PrintedTable } from "./printed-table.ts";
import type { CheckedRelease } from "./release.ts";
import { type Counted, countCell, isOneToOne, recountRelease } from "./release-checks-tables.ts";

export type RecountedRow = Omit<PrintedRow, "line" | "cells"> &
  Readonly<{ cells: Readonly<Partial<Record<Column, Tally>>> }>;
export type RecountedTable = Readonly<{ id: PrintedTable["id"]; rows: readonly RecountedRow[] }>;

export function recountTables(checked: CheckedRelease, names: CountryNames): readonly RecountedTable[] {
  const counted = FIELDS.flatMap((field) => countedOf(checked, field));
  const ids = ["by-field", "by-country"] as const;
  return ids.map((id) => {
    const printed = checked.tables.find((table) => table.id === id);
    if (printed === undefined) return { id, rows: tabulate(id, counted, names) };
    return {
      id,
      rows: checked.entries.length === 0 ? recountRows(printed, counted) : recountAsChecked(checked, printed),
    };
  });
}

/** The listings a field is counted from. */
function countedOf(checked: CheckedRelease, field: Field): readonly Counted[] {
  const sheets = checked.firsts.filter((sheet) => sheet.field === field);
  const entries = checked.entries.filter((entry) => entry.field === field);
  if (checked.completeFields.has(field) || entries.length === 0) {
    return sheets.map((sheet) => ({ ...sheet, relisted: checked.groups.isRelisted(sheet) }));
  }
  return entries.map((entry) => ({ ...entry, relisted: entry.marked }));
}

function recountAsChecked(checked: CheckedRelease, table: PrintedTable): readonly RecountedRow[] {
  const { bySheets, byContents } = recountRelease(checked);
  return table.rows.map((row) => {
    const { line: _, ...shown } = row;
    const cells = filledCells((column) => bySheets(row, table, column)?.records ?? byContents(row, table, column));
    return { ...shown, cells };
  });
}

function recountRows(table: PrintedTable, counted: readonly Counted[]): readonly RecountedRow[] {
  return table.rows.map(({ line: _, ...row }) => ({
    ...row,
    cells: filledCells((column) => countCell(table, row, column, counted)),
  }));
}

function tabulate(id: PrintedTable["id"], counted: readonly Counted[], names: CountryNames): readonly RecountedRow[] {
  const listings = counted.map((one): ListingFact => {
    const countries = one.foreign.flatMap(({ country }) => (country === null ? [] : [country]));
    return { field: one.field, relisted: one.relisted, oneToOne: isOneToOne(one), countries };
  });
  const { rows } = id === "by-field" ? tabulateByField(listings, "") : tabulateByCountry(listings, "", names);
  return rows.map((row) => ({ ...row, cells: filledCells((column) => row.cells[column]) }));
}

/** As printed: a cell of nothing is left out. */
function filledCells(tallyOf: (column: Column) => Tally | null): Readonly<Partial<Record<Column, Tally>>> {
  const cells: Partial<Record<Column, Tally>> = {};
  for (const column of COLUMNS) {
    const tally = tallyOf(column);
    if (tally !== null && tally.n > 0) cells[column] = tally;
  }
  return cells;
}
