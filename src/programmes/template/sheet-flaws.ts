/**
 * Cells of a sheet that say something else than what is seen in them: formulas, whose result may be an old one or none;
 * cells swallowed by a merged range, which are empty though nobody emptied them; and #REF! and its like.
 */
import type { SourceTable, SourceText } from "../../documents/source-text.ts";
import { type CellRange, cellAddress, parseRange } from "./cell-address.ts";
import type { SheetColumns } from "./sheet-columns.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";

export type SheetFlaws = Readonly<{
  findings: readonly WorkbookFinding[];
  /** A range over the headers, or more formulas than the reader names: nothing of the sheet can be trusted. */
  isUnreadable: boolean;
  isFormula: (cell: string) => boolean;
  /** Part of a merged range, its first cell too. */
  isMerged: (column: number, row: number) => boolean;
  /** Part of a merged range that holds nothing of its own. */
  isSwallowed: (column: number, row: number) => boolean;
}>;

const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/u;

export function isErrorValue(text: string): boolean {
  return ERROR_VALUE.test(text.trim());
}

export function findFlaws(
  { sheet, merged = [] }: SourceTable,
  columns: SheetColumns,
  headers: readonly string[],
  findings: SourceText["findings"],
): SheetFlaws {
  const known = headers.flatMap((header) => columns.indexOf(header) ?? []);
  const last = columns.body.at(-1)?.row ?? columns.row;
  const ranges = merged.flatMap((text) => {
    const range = parseRange(text);
    return range !== null && touches(range, known, columns.row, last) ? [{ text, range }] : [];
  });
  const formulas = findings.filter(({ code, at }) => code === "formula_cell" && at.sheet === sheet);
  const named = new Set(formulas.flatMap(({ values }) => (Array.isArray(values.cells) ? values.cells : [])));
  const count = formulas.reduce((sum, { values }) => sum + Number(values.count), 0);
  const covering = (column: number, row: number) => ranges.find(({ range }) => contains(range, column, row))?.range;
  return {
    findings: [
      ...ranges.map(({ text, range }) => {
        return findInWorkbook("merged_cells", { sheet, cell: cellAddress(range.left, range.top) }, { range: text });
      }),
      ...(count > named.size ? [findInWorkbook("formulas_many", { sheet }, { count })] : []),
    ],
    isUnreadable: count > named.size || ranges.some(({ range }) => range.top <= columns.row),
    isFormula: (cell) => named.has(cell),
    isMerged: (column, row) => covering(column, row) !== undefined,
    isSwallowed: (column, row) => {
      const range = covering(column, row);
      return range !== undefined && (range.left !== column || range.top !== row);
    },
  };
}

/** A title over the headers may be merged as it likes, and so may what stands below the rows or in columns of one's own. */
function touches({ left, right, top, bottom }: CellRange, known: readonly number[], head: number, last: number) {
  return bottom >= head && top <= last && known.some((column) => left <= column && column <= right);
}

function contains({ left, right, top, bottom }: CellRange, column: number, row: number): boolean {
  return left <= column && column <= right && top <= row && row <= bottom;
}
