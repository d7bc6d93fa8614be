/**
 * Excel workbooks for exports: per sheet one header row, which stays in view, and one row per record.
 *
 * Types are kept: numbers are numbers, truth values are truth values, and every text is written as a text cell, which
 * Excel never runs as a formula, so no apostrophe is needed here. Dates of the domain are texts, since a month or a
 * fiscal year is no day.
 */
import ExcelJS from "exceljs";
import type { ExportColumn } from "./export-cell.ts";

export type ExportSheet<Row> = Readonly<{
  name: string;
  columns: readonly (ExportColumn<Row> & Readonly<{ widthCharacters?: number }>)[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}>;

const DEFAULT_WIDTH = 18;
/** Excel refuses to open longer cells. */
const MAX_CELL_CHARACTERS = 32_767;

/** Closes over its row type, so that sheets with different rows can stand in one workbook. */
export type SheetWriter = (workbook: ExcelJS.Workbook) => Promise<void>;

export function exportSheet<Row>(sheet: ExportSheet<Row>): SheetWriter {
  return async (workbook) => {
    const worksheet = workbook.addWorksheet(freeSheetName(sheet.name, workbook), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    worksheet.columns = sheet.columns.map(({ widthCharacters = DEFAULT_WIDTH }) => ({ width: widthCharacters }));
    const header = worksheet.addRow(sheet.columns.map(({ header }) => cellText(header)));
    header.font = { bold: true };
    for await (const row of sheet.rows) {
      worksheet.addRow(sheet.columns.map(({ value }) => cellValue(value(row))));
    }
  };
}

export async function writeWorkbook(sheets: readonly SheetWriter[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const write of sheets) await write(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function cellValue(cell: ReturnType<ExportColumn<never>["value"]>): string | number | boolean | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return typeof cell === "string" ? cellText(cell) : (cell ?? null);
}

/** XML cannot hold control characters, and Excel calls a file with an over-long cell damaged. */
function cellText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 forbids.
  const clean = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
  return clean.length > MAX_CELL_CHARACTERS ? `${clean.slice(0, MAX_CELL_CHARACTERS - 1)}…` : clean;
}

/** Excel allows 31 characters without []:*?/\ and no name twice, in any case of letters. */
function freeSheetName(name: string, workbook: ExcelJS.Workbook): string {
  const base =
    name
      .replace(/[[\]:*?/\\]/g, "・")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31) || "表";
  const taken = new Set(workbook.worksheets.map((sheet) => sheet.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `(${number})`;
    const candidate = base.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
