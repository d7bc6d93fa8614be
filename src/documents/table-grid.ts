/** Where the cells of a table stand once their spans are laid out, as HTML does it; and whether they fit. */
import type { SpecificCell, TableRow } from "./document.ts";
import { cellOf } from "./document-content.ts";

export type PlacedCell = Readonly<{
  cell: SpecificCell;
  row: number;
  column: number;
  columnSpan: number;
  rowSpan: number;
}>;

/** `row` and `column` from 0: the first place that is covered twice, not covered, or outside. */
export type GridMisfit = Readonly<{ row: number; column: number }>;

export type TableGrid = Readonly<{ cells: readonly PlacedCell[]; misfit: GridMisfit | null }>;

export function layOutRows(rows: readonly TableRow[], columns: number): TableGrid {
  const cells: PlacedCell[] = [];
  /** Per column the first row that is free again. */
  const freeFrom = new Array<number>(columns).fill(0);
  for (const [row, written] of rows.entries()) {
    let column = 0;
    for (const raw of written) {
      while (column < columns && (freeFrom[column] ?? 0) > row) column += 1;
      const cell = cellOf(raw);
      const placed = { cell, row, column, columnSpan: cell.columnSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
      if (!fits(placed, freeFrom, rows.length)) return { cells, misfit: { row, column } };
      freeFrom.fill(row + placed.rowSpan, column, column + placed.columnSpan);
      cells.push(placed);
      column += placed.columnSpan;
    }
    const hole = freeFrom.findIndex((free) => free <= row);
    if (hole >= 0) return { cells, misfit: { row, column: hole } };
  }
  return { cells, misfit: null };
}

function fits({ row, column, columnSpan, rowSpan }: PlacedCell, freeFrom: readonly number[], rows: number): boolean {
  if (!isCount(columnSpan) || !isCount(rowSpan)) return false;
  if (column + columnSpan > freeFrom.length || row + rowSpan > rows) return false;
  return freeFrom.slice(column, column + columnSpan).every((free) => free <= row);
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** Row by row, cells that begin there; for a table that was checked. */
export function placedRows(rows: readonly TableRow[], columns: number): readonly (readonly PlacedCell[])[] {
  const placed = rows.map((): PlacedCell[] => []);
  for (const cell of layOutRows(rows, columns).cells) placed[cell.row]?.push(cell);
  return placed;
}
