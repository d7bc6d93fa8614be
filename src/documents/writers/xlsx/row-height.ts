/**
 * The height of a row whose text breaks over lines. Excel fits a row without a height to its text when it opens a file;
 * LibreOffice does not, and prints the lines over each other. So rows get a height from an estimate that is rather too
 * high, and `withoutFixedHeights` takes away the mark of a height set by hand, with which Excel would never fit them.
 * Neither program fits a row to merged cells.
 */
import type ExcelJS from "exceljs";

/** Of one line of 11 points in a Japanese typeface, in points. */
const LINE = 16;
/** Excel refuses higher rows. */
const HIGHEST = 409;
/** What a row can show. */
export const MOST_LINES = Math.floor(HIGHEST / LINE);

/** `width` in characters of one byte: of all the columns it covers. */
export type FittedCell = Readonly<{ text: string; width: number }>;

export function fitHeight(row: ExcelJS.Row, cells: readonly FittedCell[]): void {
  const most = Math.max(1, ...cells.map(({ text, width }) => linesOf(text, width)));
  if (most > 1) row.height = Math.min(HIGHEST, most * LINE);
}

/** A Japanese character is a little wider than two of the digits that widths count; some room is lost at the edges. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width * 0.93) - 1);
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(displayWidth(line) / room)))
    .reduce((sum, count) => sum + count, 0);
}

export function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u{20}-\u{7e}\u{ff61}-\u{ff9f}]/u.test(character) ? 1 : 2), 0);
}

/** For `fixZip`. */
export function withoutFixedHeights(path: string, xml: string): string {
  return path.startsWith("xl/worksheets/") ? xml.replace(/(<row [^>]*?) customHeight="1"/g, "$1") : xml;
}
