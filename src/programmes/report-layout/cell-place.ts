/** The place of a cell in a row of a table. */
import type { Place } from "../../kernel/finding.ts";

/** Rows name their first cell; files without cell names keep the line. */
export function placeOf(at: Place, column: number): Place {
  return at.cell === undefined ? at : { ...at, cell: at.cell.replace(/^[A-Z]+/u, columnName(column)) };
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
