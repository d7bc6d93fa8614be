/**
 * The height of a row whose text breaks over lines. Excel fits rows when it opens a file; LibreOffice does not, and
 * prints the lines over each other.
 */
import type ExcelJS from "exceljs";

/** Of one line of 11 points in a Japanese typeface, in points. */
const LINE = 16;
/** Excel refuses higher rows. */
const HIGHEST = 409;

export function fitHeight(row: ExcelJS.Row, columns: readonly Partial<ExcelJS.Column>[]): void {
  const lines = columns.map(({ width = 10 }, index) => {
    const cell = row.getCell(index + 1);
    return cell.isMerged ? 1 : linesOf(cell.text, width);
  });
  const most = Math.max(1, ...lines);
  if (most > 1) row.height = Math.min(HIGHEST, most * LINE);
}

/** Widths count characters of one byte; a Japanese character takes two, and some room is lost at the edges. */
function linesOf(text: string, width: number): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 2))))
    .reduce((sum, count) => sum + count, 0);
}

function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u{20}-\u{7e}\u{ff61}-\u{ff9f}]/u.test(character) ? 1 : 2), 0);
}
