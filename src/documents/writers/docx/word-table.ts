/** Tables and boxes of a Word file: fixed widths, header rows that repeat, rows that stay whole. */
import type { FileChild } from "docx";
import type { Table as TableBlock } from "../../document.ts";
import { alignOf } from "../../document-content.ts";
import { isSmall, isWhole, linesOfTableRow } from "../../row-size.ts";
import { type PlacedCell, placedRows } from "../../table-grid.ts";
import { type CellContent, cellParagraph, type PlainCell, type PlainRow, PlainTable } from "./plain-xml.ts";
import { SIDES } from "./word-styles.ts";
import type { Footnotes } from "./word-text.ts";

export type WordCell = Readonly<{ children: readonly CellContent[]; isShaded: boolean }>;
export type WordRow = Readonly<{ cells: readonly WordCell[]; isHeader: boolean; isWhole: boolean }>;

/** Rows whose cells each have one column. */
export function wordTable(rows: readonly WordRow[], shares: readonly number[], width: number): FileChild {
  const plain = rows.map(({ cells, ...row }) => ({
    ...row,
    cells: cells.map((cell, column) => ({ ...cell, column, columnSpan: 1 })),
  }));
  return new PlainTable(plain, columnWidths(shares, width), width);
}

function columnWidths(shares: readonly number[], width: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.round((width * share) / sum));
}

export function dataTable(table: TableBlock, width: number, footnotes: Footnotes): FileChild {
  const { columns, headerRows, rows, hasRowHeader = false } = table;
  const lines = [...headerRows, ...rows].map((row) => linesOfTableRow(row, columns.length));
  const isKept = isSmall(lines);
  const content = (isHeader: boolean, { row, column, cell }: PlacedCell): WordCell => {
    const side = SIDES[alignOf(cell, columns[column])];
    const keepNext = isHeader || (isKept && row < rows.length - 1);
    const look = { side, isStrong: isHeader, keepNext, spaceAfter: 0 };
    return {
      children: [cellParagraph(cell.content, footnotes, look)],
      isShaded: isHeader || (hasRowHeader && column === 0),
    };
  };
  const part = (written: TableBlock["rows"], isHeader: boolean): readonly PlainRow[] => {
    const placed = placedRows(written, columns.length);
    const tall = placed.flat().filter(({ rowSpan }) => rowSpan > 1);
    return placed.map((cells, row) => ({
      cells: [
        ...cells.map((cell) => beginning(cell, content(isHeader, cell))),
        ...tall
          .filter((cell) => cell.row < row && row < cell.row + cell.rowSpan)
          .map((cell) => continued(cell, isHeader)),
      ].toSorted((a, b) => a.column - b.column),
      isHeader,
      isWhole: isWhole(lines[isHeader ? row : headerRows.length + row] ?? 1),
    }));
  };
  const shares = columns.map(({ width: share }) => share);
  return new PlainTable([...part(headerRows, true), ...part(rows, false)], columnWidths(shares, width), width);
}

function beginning({ column, columnSpan, rowSpan }: PlacedCell, cell: WordCell): PlainCell {
  return { ...cell, column, columnSpan, ...(rowSpan > 1 ? { merge: "restart" } : {}) };
}

/** Word writes a cell of several rows once in each of them. */
function continued({ column, columnSpan }: PlacedCell, isShaded: boolean): PlainCell {
  return { children: [], isShaded, column, columnSpan, merge: "continue" };
}
