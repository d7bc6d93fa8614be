/**
 * The columns of a sheet that came back, found by what stands in their headers wherever they were moved to: rows may
 * have been put above them, spaces and line breaks into them.
 */
import type { SourceTable } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import { cellAddress } from "./cell-address.ts";
import { workbookWords } from "./messages.ja.ts";
import { plainWord } from "./workbook-cell.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";

/** Lines a person may have put above the headers. */
const HEADER_WITHIN = 30;

const { tie, shown, headers: h } = workbookWords;
/** Without these no row can be told from another. */
export const TIES: readonly string[] = [tie.id, tie.version, tie.row, shown.fiscalYear, shown.column];

/** Added after workbooks had been written: one without them has lost nothing. */
const LATER: readonly string[] = [h.items];

export type SheetColumns = Readonly<{
  /** Row of the headers, from 1. */
  row: number;
  body: SourceTable["rows"];
  /** From 0; undefined where the sheet has no such column. */
  indexOf: (header: string) => number | undefined;
  /** A missing column is placed in the first. */
  placeOf: (row: number, header: string) => Place;
  findings: readonly WorkbookFinding[];
  /** A column that ties rows is missing, or one stands there twice: nothing of the sheet can be read. */
  isUnreadable: boolean;
}>;

export function findColumns({ sheet, rows }: SourceTable, headers: readonly string[]): SheetColumns | WorkbookFinding {
  const wanted = [...TIES, shown.title, ...headers];
  const names = new Map(wanted.map((header) => [plainWord(header), header]));
  const at = rows.findIndex(({ cells }, index) => index < HEADER_WITHIN && isHeader(cells, names));
  const head = rows[at];
  if (head === undefined) return findInWorkbook("header_missing", { sheet, cell: "A1" }, { header: tie.id });
  const body = rows.slice(at + 1);
  const found = Map.groupBy(head.cells.keys(), (index) => names.get(plainWord(head.cells[index] ?? "")) ?? null);
  const indexOf = (header: string) => found.get(header)?.[0];
  const placeOf = (row: number, header: string) => ({ sheet, cell: cellAddress(indexOf(header) ?? 0, row) });
  const missing = wanted.filter((header) => header !== shown.title && !found.has(header));
  const twice = wanted.filter((header) => (found.get(header)?.length ?? 0) > 1);
  const isUnreadable = twice.length > 0 || missing.some((header) => TIES.includes(header));
  const findings = [
    ...missing
      .filter((header) => !LATER.includes(header))
      .map((header) => {
        const isTie = TIES.includes(header);
        return findInWorkbook(isTie ? "tie_missing" : "column_missing", { sheet, cell: `A${head.row}` }, { header });
      }),
    ...twice.map((header) => {
      const cell = cellAddress(found.get(header)?.[1] ?? 0, head.row);
      return findInWorkbook("column_twice", { sheet, cell }, { header });
    }),
    ...unknownColumns(sheet, head, body, found.get(null) ?? []),
  ];
  return { row: head.row, body, indexOf, placeOf, findings, isUnreadable };
}

/** The column of record numbers names the row; where that was deleted, most of the others do. */
function isHeader(cells: readonly string[], names: ReadonlyMap<string, string>): boolean {
  const known = cells.filter((cell) => names.has(plainWord(cell))).length;
  return cells.some((cell) => plainWord(cell) === tie.id) || known * 2 > names.size;
}

/** Said once for each column that holds something: it is not read. */
function unknownColumns(
  sheet: string,
  head: SourceTable["rows"][number],
  body: SourceTable["rows"],
  indexes: readonly number[],
): readonly WorkbookFinding[] {
  const width = Math.max(head.cells.length, ...body.map(({ cells }) => cells.length));
  const beyond = Array.from({ length: width - head.cells.length }, (_, index) => head.cells.length + index);
  return [...indexes, ...beyond].flatMap((index): readonly WorkbookFinding[] => {
    const header = (head.cells[index] ?? "").trim();
    const first = header === "" ? body.find(({ cells }) => (cells[index] ?? "").trim() !== "")?.row : head.row;
    if (first === undefined) return [];
    return [findInWorkbook("column_unknown", { sheet, cell: cellAddress(index, first) }, { header })];
  });
}
