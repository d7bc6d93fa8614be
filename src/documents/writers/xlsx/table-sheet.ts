/** A table as a sheet of its own: title, header rows that stay in view and repeat on paper, numbers as numbers. */
import type ExcelJS from "exceljs";
import type { Align, Table } from "../../document.ts";
import { alignOf, inlinesOf } from "../../document-content.ts";
import { type PlacedCell, placedRows } from "../../table-grid.ts";
import type { NumberFormats } from "./number-format.ts";
import { displayWidth, type FittedCell, fitHeight } from "./row-height.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import { BOLD, type CellStyle, HEADER_STYLE, LABEL_STYLE, TEXT_STYLE, textCell } from "./sheet-style.ts";

type Setting = Readonly<{
  table: Table;
  notes: SheetNotes;
  formatOf: NumberFormats;
  asPrinted: (text: string) => string;
}>;

/** Width of a sheet that fits on A4, in characters. */
const PAGE_CHARACTERS = 110;
const TITLE_ROWS = 1;
/** Excel calls a file with a longer address damaged. */
const MAX_LINK = 2_000;
const HORIZONTAL = { start: "left", center: "center", end: "right" } as const satisfies Record<Align, string>;

export function fillTableSheet(sheet: ExcelJS.Worksheet, title: string, setting: Setting): void {
  const { columns, headerRows, rows, hasRowHeader = false } = setting.table;
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  sheet.columns = columns.map(({ width }) => ({ width: Math.max(8, Math.round((PAGE_CHARACTERS * width) / shares)) }));
  textCell(sheet.getCell(1, 1), title, { font: { ...BOLD, size: 12 } });
  const body = TITLE_ROWS + headerRows.length;
  fillRows(sheet, placedRows(headerRows, columns.length).flat(), TITLE_ROWS, HEADER_STYLE, setting);
  fillRows(sheet, placedRows(rows, columns.length).flat(), body, TEXT_STYLE, setting);
  sheet.views = [{ state: "frozen", ySplit: body, xSplit: hasRowHeader ? 1 : 0 }];
  sheet.pageSetup.printTitlesRow = `1:${body}`;
  if (headerRows.length !== 1) return;
  sheet.autoFilter = { from: { row: body, column: 1 }, to: { row: body + rows.length, column: columns.length } };
}

function fillRows(
  sheet: ExcelJS.Worksheet,
  cells: readonly PlacedCell[],
  above: number,
  style: CellStyle,
  setting: Setting,
): void {
  const shown = new Map<number, FittedCell[]>();
  for (const placed of cells) {
    const row = above + placed.row + 1;
    const column = placed.column + 1;
    if (placed.columnSpan > 1 || placed.rowSpan > 1) {
      sheet.mergeCells(row, column, row + placed.rowSpan - 1, column + placed.columnSpan - 1);
    }
    const isLabel = setting.table.hasRowHeader === true && placed.column === 0 && style === TEXT_STYLE;
    const width = widthOf(sheet, column, placed.columnSpan);
    const cell = sheet.getCell(row, column);
    fillCell(cell, { ...placed, width }, isLabel ? LABEL_STYLE : style, setting);
    // of a cell over several rows the last row would have to be as high as what the others leave: rare, and left out
    if (placed.rowSpan === 1) shown.set(row, [...(shown.get(row) ?? []), { text: cell.text, width }]);
  }
  for (const [row, own] of shown) fitHeight(sheet.getRow(row), own);
}

function widthOf(sheet: ExcelJS.Worksheet, column: number, columns: number): number {
  const own = Array.from({ length: columns }, (_, index) => sheet.getColumn(column + index).width ?? 0);
  return own.reduce((sum, width) => sum + width, 0);
}

type WideCell = PlacedCell & Readonly<{ width: number }>;

function fillCell(
  cell: ExcelJS.Cell,
  { cell: written, column, width }: WideCell,
  style: CellStyle,
  setting: Setting,
): void {
  const align = alignOf(written, setting.table.columns[column]);
  const placed =
    align === "start" ? style : { ...style, alignment: { ...style.alignment, horizontal: HORIZONTAL[align] } };
  const text = setting.notes.textOf(written.content);
  const [only, ...others] = inlinesOf(written.content);
  if (written.value !== undefined) {
    fillNumber(cell, { text, value: written.value, width }, placed, setting);
  } else if (typeof only === "object" && only.kind === "link" && others.length === 0 && only.href.length < MAX_LINK) {
    textCell(cell, text, placed);
    cell.value = { text: String(cell.value), hyperlink: only.href };
  } else {
    textCell(cell, text, placed);
  }
}

/**
 * What no number format can show stays as a note at the cell. So does what is wider than its column: Excel breaks no
 * number over lines, it shows ####.
 */
function fillNumber(
  cell: ExcelJS.Cell,
  { text, value, width }: Readonly<{ text: string; value: number; width: number }>,
  style: CellStyle,
  { formatOf, asPrinted }: Setting,
): void {
  const numFmt = displayWidth(text) < width ? formatOf(text, value) : undefined;
  cell.value = value;
  cell.style = numFmt === undefined ? style : { ...style, numFmt };
  if (numFmt === undefined && text !== String(value)) cell.note = asPrinted(text);
}
