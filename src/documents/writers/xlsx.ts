/**
 * Excel workbooks for exports: per sheet one header row, which stays in view, and one row per record.
 *
 * Types are kept: numbers are numbers, truth values are truth values, and every text is written as a text cell, which
 * Excel never runs as a formula, so no apostrophe is needed here. Dates of the domain are texts, since a month or a
 * fiscal year is no day.
 */
import ExcelJS from "exceljs";
import type { ExportColumn } from "./export-cell.ts";
import { BOLD } from "./xlsx/sheet-style.ts";
import { cellText, freeSheetName } from "./xlsx-cell.ts";

export type ExportSheet<Row> = Readonly<{
  name: string;
  columns: readonly (ExportColumn<Row> & Readonly<{ widthCharacters?: number }>)[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}>;

const DEFAULT_WIDTH = 18;

/** Closes over its row type, so that sheets with different rows can stand in one workbook. */
export type SheetWriter = (workbook: ExcelJS.Workbook) => Promise<void>;

export function exportSheet<Row>(sheet: ExportSheet<Row>): SheetWriter {
  return async (workbook) => {
    const worksheet = workbook.addWorksheet(freeSheetName(sheet.name, workbook), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    worksheet.columns = sheet.columns.map(({ widthCharacters = DEFAULT_WIDTH }) => ({ width: widthCharacters }));
    const header = worksheet.addRow(sheet.columns.map(({ header }) => cellText(header)));
    header.font = BOLD;
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
