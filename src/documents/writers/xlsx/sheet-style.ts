/** The look of cells, and texts that stay texts: also when somebody edits the cell. */
import type ExcelJS from "exceljs";
import { cellText } from "../xlsx-cell.ts";

/** The workbook's own typeface: Excel shows a font without name and size as it likes. */
export const FONT: Partial<ExcelJS.Font> = { name: "Calibri", family: 2, scheme: "minor", size: 11 };
export const BOLD: Partial<ExcelJS.Font> = { ...FONT, bold: true };

const EDGE: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FF767676" } };
const BORDER: Partial<ExcelJS.Borders> = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const FILL: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF0F0F0" } };
export const TOP_WRAPPED: Partial<ExcelJS.Alignment> = { vertical: "top", wrapText: true };

export type CellStyle = Readonly<Partial<ExcelJS.Style>>;

export const TEXT_STYLE: CellStyle = { font: FONT, border: BORDER, alignment: TOP_WRAPPED };
export const LABEL_STYLE: CellStyle = { ...TEXT_STYLE, fill: FILL };
export const HEADER_STYLE: CellStyle = { ...LABEL_STYLE, font: BOLD };

/** Older Excel shows longer cells of the text format as ####. */
const MAX_TEXT_FORMAT = 255;

/**
 * A text cell is never run as a formula. When it is edited Excel would look at it anew, so what begins like a formula or
 * a number gets the text format.
 */
export function textCell(cell: ExcelJS.Cell, text: string, style: CellStyle): void {
  const isAmbiguous = /^[=+\-@\d]/.test(text) && text.length <= MAX_TEXT_FORMAT;
  cell.value = cellText(text);
  cell.style = isAmbiguous ? { ...style, numFmt: "@" } : style;
}
