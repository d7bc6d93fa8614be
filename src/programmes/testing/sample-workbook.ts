/** The workbook of the sample's programmes, and what an officer does to it in a spreadsheet. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ExcelJS from "exceljs";
import { programmeSampleSchema } from "../sample/sample-file.ts";
import { programmesToWorkbook, type WorkbookProgramme } from "../template/programmes-to-workbook.ts";

const SAMPLE = resolve(import.meta.dirname, "../../../data/sample/programmes.json");
const { programmes: facts } = programmeSampleSchema.parse(JSON.parse(readFileSync(SAMPLE, "utf8")));

export const PROGRAMMES: readonly WorkbookProgramme[] = facts.map((one, index) => ({
  ...{ id: `P${String(index + 1).padStart(6, "0")}`, version: 3, facts: one },
}));

const written = programmesToWorkbook(PROGRAMMES, { owner: "46000", madeOn: "2025-01-10" });

/** As exceljs reads it: an independent library, which writes what it knows and drops the rest. */
export async function aWorkbook(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await written).buffer as ArrayBuffer);
  return workbook;
}

export async function editedBytes(edit: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = await aWorkbook();
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(name);
  return sheet;
}

/** From 1. */
export function columnOf(sheet: ExcelJS.Worksheet, header: string): number {
  return (sheet.getRow(1).values as unknown[]).indexOf(header);
}

/** The first row whose cells hold all the words. */
export function rowOf(sheet: ExcelJS.Worksheet, ...words: readonly string[]): ExcelJS.Row {
  let found: ExcelJS.Row | undefined;
  sheet.eachRow((row) => {
    const texts = (row.values as unknown[]).map(String);
    if (found === undefined && words.every((word) => texts.some((text) => text.includes(word)))) found = row;
  });
  if (found === undefined) throw new Error(words.join(" "));
  return found;
}
