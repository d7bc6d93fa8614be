/** How much of a page a row takes, by rough count: what is short stays in one piece, what is long may go on overleaf. */
import type { Block, BoxRow, TableRow } from "./document.ts";
import { cellOf, flowOf, plainText, splitLines } from "./document-content.ts";

/** Lines of the narrowest page, with its columns, hold at least so many characters. */
const LINE_CHARACTERS = 38;
const CELL_CHARACTERS = 8;
/** A third of a page. */
const WHOLE_LINES = 16;
/** Small tables and boxes are not parted at all. */
const SMALL_LINES = 14;
/** So many rows of a box stay with its title and the row behind them: a title does not stay at the foot of a page. */
export const KEPT_ROWS = 2;

const linesIn = (text: string, width: number) =>
  splitLines(text).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

export function linesOfBoxRow(row: BoxRow): number {
  const own = flowOf(row).flatMap((flow) => (flow.kind === "list" ? flow.items : [flow.content]));
  const words = own.reduce((sum, content) => sum + linesIn(plainText(content), LINE_CHARACTERS), 0);
  return Math.max(words, splitLines(row.label).length);
}

/** A row of so many lines is not torn apart. */
export function isWhole(lines: number): boolean {
  return lines <= WHOLE_LINES;
}

/** @param columns of the table; how wide each is, is not asked. */
export function linesOfTableRow(row: TableRow, columns: number): number {
  const width = Math.max(CELL_CHARACTERS, Math.floor(LINE_CHARACTERS / columns));
  return Math.max(1, ...row.map((cell) => linesIn(plainText(cellOf(cell).content), width)));
}

export function isSmall(lines: readonly number[]): boolean {
  return lines.reduce((sum, own) => sum + own, 0) <= SMALL_LINES;
}

/** What is said of a table right before it stays with it. */
export function leadsToTable(blocks: readonly Block[], index: number): boolean {
  return blocks[index]?.kind === "paragraph" && blocks[index + 1]?.kind === "table";
}
