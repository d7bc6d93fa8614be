/**
 * A workbook that people fill in and send back: sheets with a header row, lists to choose from, and columns that are
 * hidden because a program needs them. A text is a text cell, never a formula; a number is a number. It prints on A4
 * across, as wide as the paper, with the headers on every page.
 */
import ExcelJS from "exceljs";
import { fixCoreDates, fixZip } from "./fixed-zip.ts";
import { type FittedCell, fitHeight, withoutFixedHeights } from "./xlsx/row-height.ts";
import { BOLD, FONT } from "./xlsx/sheet-style.ts";
import { cellText, freeSheetName } from "./xlsx-cell.ts";

export type FormColumn = Readonly<{
  header: string;
  widthCharacters?: number;
  isHidden?: boolean;
  /** What is typed stays as typed: a spreadsheet makes days of 1-2 and 7/19. Not for long texts, which it then shows as ###. */
  isText?: boolean;
  /** Offered as a list; other values are refused by the spreadsheet. */
  choices?: readonly string[];
}>;

export type FormSheet = Readonly<{
  name: string;
  columns: readonly FormColumn[];
  rows: readonly (readonly (string | number | null)[])[];
}>;

/** A sheet to read, not to fill in. */
export type FormGuide = Readonly<{
  name: string;
  widths: readonly number[];
  /** Stands above the rows on every printed page. */
  head?: readonly string[];
  rows: readonly (readonly string[])[];
}>;

export type FormWorkbook = Readonly<{
  /** YYYY-MM-DD; files carry it instead of the clock. */
  date: string;
  guides: readonly FormGuide[];
  sheets: readonly FormSheet[];
  /** What the spreadsheet says to a value that is none of the choices. */
  choice: Readonly<{ title: string; text: string }>;
}>;

/** Rows below the last one in which the lists are still offered. */
const SPARE_ROWS = 200;
const WIDTH = 16;
const HEAD: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF7" } };
const LINE = { style: "thin", color: { argb: "FFBFC6D4" } } as const;
const BOX: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const A4 = 9;

export async function writeFormWorkbook({ date, guides, sheets, choice }: FormWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const guide of guides) addGuide(workbook, guide);
  for (const sheet of sheets) addSheet(workbook, sheet, addLists(workbook, sheet), choice);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return fixZip(bytes, date, (path, xml) => {
    if (path === "docProps/core.xml") return fixCoreDates(xml, date);
    return withoutFixedHeights(path, xml);
  });
}

/** `widths` in half-width characters. */
function fitted(row: readonly (string | number | null)[], widths: readonly number[]): readonly FittedCell[] {
  return row.map((cell, index) => ({ text: String(cell ?? ""), width: widths[index] ?? WIDTH }));
}

function pages(hasHead: boolean): Partial<ExcelJS.PageSetup> {
  return {
    ...{ paperSize: A4, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(hasHead ? { printTitlesRow: "1:1" } : {}),
  };
}

/** Name of the sheet above, page and pages below. */
const MARGINAL: Partial<ExcelJS.HeaderFooter> = { oddHeader: "&L&A", oddFooter: "&C&P / &N" };

function addGuide(workbook: ExcelJS.Workbook, { name, widths, head, rows }: FormGuide): void {
  const sheet = workbook.addWorksheet(freeSheetName(name, workbook), {
    pageSetup: pages(head !== undefined),
    headerFooter: MARGINAL,
    ...(head === undefined ? {} : { views: [{ state: "frozen", ySplit: 1 }] }),
  });
  sheet.columns = widths.map((width) => ({ width }));
  if (head !== undefined) {
    const added = sheet.addRow(head.map(cellText));
    added.font = BOLD;
    added.eachCell((cell) => {
      cell.fill = HEAD;
      cell.border = BOX;
    });
  }
  for (const row of rows) {
    const added = sheet.addRow(row.map(cellText));
    fitHeight(added, fitted(row, widths));
    added.alignment = { vertical: "top", wrapText: true };
    if (head === undefined) added.getCell(1).font = BOLD;
    else
      added.eachCell({ includeEmpty: true }, (cell) => {
        cell.border = BOX;
      });
  }
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, columns, rows }: FormSheet,
  lists: readonly (string | null)[],
  choice: FormWorkbook["choice"],
): void {
  const sheet = workbook.addWorksheet(freeSheetName(name, workbook), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: pages(true),
    headerFooter: MARGINAL,
  });
  const style = (column: FormColumn): Partial<ExcelJS.Style> => ({
    ...{ font: FONT, alignment: { vertical: "top", wrapText: true } },
    ...(column.isText === true ? { numFmt: "@" } : {}),
  });
  sheet.columns = columns.map((column) => {
    const { widthCharacters = WIDTH, isHidden = false } = column;
    return { width: widthCharacters, hidden: isHidden, style: style(column) };
  });
  const header = sheet.addRow(columns.map((column) => cellText(column.header)));
  header.eachCell((cell) => {
    cell.font = BOLD;
    cell.fill = HEAD;
    cell.border = BOX;
    cell.numFmt = "General";
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  const widths = columns.map(({ widthCharacters = WIDTH, isHidden }) =>
    isHidden === true ? Number.POSITIVE_INFINITY : widthCharacters,
  );
  for (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (typeof cell === "string" ? cellText(cell) : cell)));
    fitHeight(added, fitted(row, widths));
    added.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = BOX;
    });
  }
  lists.forEach((formula, index) => {
    if (formula === null) return;
    for (let row = 2; row <= rows.length + SPARE_ROWS + 1; row += 1) {
      sheet.getCell(row, index + 1).dataValidation = {
        ...{ type: "list", allowBlank: true, formulae: [formula] },
        ...{ showErrorMessage: true, errorStyle: "stop", errorTitle: choice.title, error: choice.text },
      };
    }
  });
}

/** A list inside a rule ends at 255 characters and cannot hold a comma: the choices stand on a hidden sheet. */
function addLists(workbook: ExcelJS.Workbook, { name, columns }: FormSheet): readonly (string | null)[] {
  if (columns.every(({ choices }) => choices === undefined)) return columns.map(() => null);
  const sheet = workbook.addWorksheet(freeSheetName(`_${name}`, workbook), { state: "veryHidden" });
  return columns.map(({ choices }, index) => {
    if (choices === undefined) return null;
    choices.forEach((choice, row) => {
      sheet.getCell(row + 1, index + 1).value = cellText(choice);
    });
    const column = sheet.getColumn(index + 1).letter;
    return `'${sheet.name.replaceAll("'", "''")}'!$${column}$1:$${column}$${choices.length}`;
  });
}
