/**
 * A block of cells as text between tabs: what a spreadsheet puts on the clipboard and takes from it.
 *
 * A cell is quoted only when it begins with a quote or holds a tab or a line break; a quote inside other cells stands
 * as it is. Excel writes it so, LibreOffice too. What would run as a formula is guarded as in every other export.
 */
import { guardFormula, readCsvCell } from "../../documents/writers/export-cell.ts";

export type TextTable = readonly (readonly string[])[];

/** Rows keep their own length. Line breaks inside cells become LF; the line end after the last row is no row. */
export function parseTsv(text: string): TextTable {
  const source = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < source.length) {
    const { cell, end } = readCell(source, at);
    cells.push(readCsvCell(cell));
    at = end + 1;
    if (source[end] === "\t") {
      if (at === source.length) cells.push("");
      else continue;
    }
    rows.push(cells);
    cells = [];
  }
  if (cells.length > 0) rows.push(cells);
  return rows;
}

type ReadCell = Readonly<{ cell: string; end: number }>;

function readCell(source: string, start: number): ReadCell {
  return (source[start] === '"' ? readQuoted(source, start) : null) ?? readPlain(source, start);
}

function readPlain(source: string, start: number): ReadCell {
  let end = start;
  while (end < source.length && source[end] !== "\t" && source[end] !== "\n") end += 1;
  return { cell: source.slice(start, end), end };
}

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;

/** Null when the quote is never closed before a tab, a line end or the end: then it is a quote like any other. */
function readQuoted(source: string, start: number): ReadCell | null {
  QUOTED.lastIndex = start;
  const found = QUOTED.exec(source);
  return found === null ? null : { cell: (found[1] ?? "").replaceAll('""', '"'), end: start + found[0].length };
}

export function printTsv(rows: TextTable): string {
  return rows.map((cells) => `${cells.map(printCell).join("\t")}\r\n`).join("");
}

function printCell(cell: string): string {
  const text = guardFormula(cell);
  return /^"|[\t\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
