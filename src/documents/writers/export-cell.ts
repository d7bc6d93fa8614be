/**
 * What one cell of an exported table may hold, and how a text is kept from becoming a formula.
 *
 * A spreadsheet that opens a CSV file runs a cell that begins with = + - @ (or a tab or line end before them) as a
 * formula, and a Japanese Excel takes their wide forms for the same. Such a text is written with an apostrophe in front, and the apostrophe is taken off again on reading. A
 * text that already begins so gets one more, so that writing and reading are exact opposites.
 */

/** Absent values are empty cells. */
export type ExportCell = string | number | boolean | null | undefined;

export type ExportColumn<Row> = Readonly<{ header: string; value: (row: Row) => ExportCell }>;

/** A wide sign alone is no formula: 「－」 stands for "none" in many tables. */
const FORMULA_START = String.raw`(?:[=+\-@\t\r\n]|[＝＋－＠][^])`;
const RUNS = new RegExp(`^'*${FORMULA_START}`, "u");
const IS_GUARDED = new RegExp(`^'+${FORMULA_START}`, "u");

export function guardFormula(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text of a CSV cell that `guardFormula` may have marked. */
export function readCsvCell(cell: string): string {
  return IS_GUARDED.test(cell) ? cell.slice(1) : cell;
}
