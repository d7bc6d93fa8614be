/** Addresses of cells as spreadsheets write them: F12, and ranges B2:C5. Columns count from 0, rows from 1. */
export type CellRange = Readonly<{ left: number; right: number; top: number; bottom: number }>;

export function cellAddress(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

export function parseRange(range: string): CellRange | null {
  const [, left = "", top = "", right = left, bottom = top] =
    /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(range) ?? [];
  if (left === "") return null;
  return { left: columnIndex(left), right: columnIndex(right), top: Number(top), bottom: Number(bottom) };
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
