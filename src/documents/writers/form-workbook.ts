/**
 * A workbook that people fill in and send back: sheets with a header row, lists to choose from, and columns that are
 * hidden because a program needs them. A text is a text cell, never a formula; a number is a number.
 */
import ExcelJS from "exceljs";
import { fixCoreDates, fixZip } from "./fixed-zip.ts";
import { cellText, freeSheetName } from "./xlsx-cell.ts";

export type FormColumn = Readonly<{
  header: string;
  widthCharacters?: number;
  isHidden?: boolean;
  /** Offered as a list; other values are refused by the spreadsheet. */
  choices?: readonly string[];
}>;

export type FormSheet = Readonly<{
  name: string;
  columns: readonly FormColumn[];
  rows: readonly (readonly (string | number | null)[])[];
}>;

export type FormWorkbook = Readonly<{
  /** YYYY-MM-DD; files carry it instead of the clock. */
  date: string;
  guide: Readonly<{ name: string; rows: readonly (readonly string[])[] }>;
  sheets: readonly FormSheet[];
}>;

/** Rows below the last one in which the lists are still offered. */
const SPARE_ROWS = 200;
const WIDTH = 16;
const HEAD: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF7" } };

export async function writeFormWorkbook({ date, guide, sheets }: FormWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const first = workbook.addWorksheet(freeSheetName(guide.name, workbook));
  first.columns = [{ width: 24 }, { width: 90 }];
  for (const row of guide.rows) {
    const added = first.addRow(row.map(cellText));
    added.alignment = { vertical: "top", wrapText: true };
    added.getCell(1).font = { bold: true };
  }
  for (const sheet of sheets) addSheet(workbook, sheet, addLists(workbook, sheet));
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return fixZip(bytes, date, (path, xml) => (path === "docProps/core.xml" ? fixCoreDates(xml, date) : xml));
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, columns, rows }: FormSheet,
  lists: readonly (string | null)[],
): void {
  const sheet = workbook.addWorksheet(freeSheetName(name, workbook), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ widthCharacters = WIDTH, isHidden = false }) => {
    return { width: widthCharacters, hidden: isHidden };
  });
  const header = sheet.addRow(columns.map((column) => cellText(column.header)));
  header.font = { bold: true };
  header.fill = HEAD;
  for (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (typeof cell === "string" ? cellText(cell) : cell)));
    added.alignment = { vertical: "top", wrapText: true };
  }
  lists.forEach((formula, index) => {
    if (formula === null) return;
    for (let row = 2; row <= rows.length + SPARE_ROWS + 1; row += 1) {
      sheet.getCell(row, index + 1).dataValidation = { type: "list", allowBlank: true, formulae: [formula] };
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
