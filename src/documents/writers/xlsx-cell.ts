/** What a cell and a sheet of a workbook may hold, for every workbook that is written here. */
import type ExcelJS from "exceljs";

/** Excel refuses to open longer cells. */
const MAX_CELL_CHARACTERS = 32_767;

/** What a sheet shows of a text: XML cannot hold control characters, and Excel calls a file with an over-long cell damaged. */
export function cellWords(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 forbids.
  const clean = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
  return clean.length > MAX_CELL_CHARACTERS ? `${clean.slice(0, MAX_CELL_CHARACTERS - 1)}…` : clean;
}

/** `_x0041_` is how the format writes A, so a text that looks like it is written with its own underscore escaped. */
export function cellText(text: string): string {
  return cellWords(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Excel keeps this name for itself. */
const RESERVED = "history";

/** Excel allows 31 characters without []:*?/\ and no name twice, in any case of letters. */
export function freeSheetName(name: string, workbook: ExcelJS.Workbook): string {
  const base =
    name
      .replace(/[[\]:*?/\\]/g, "・")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31) || "表";
  const taken = new Set([RESERVED, ...workbook.worksheets.map((sheet) => sheet.name.toLowerCase())]);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `(${number})`;
    const candidate = base.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
