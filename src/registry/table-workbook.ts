/**
 * A cross table as an Excel workbook: one sheet as reports print it (`22(4)`), one with a datum to each cell.
 */
import { exportSheet, writeWorkbook } from "../documents/writers/xlsx.ts";
import { formatTally } from "../kernel/tally.ts";
import type { CrossTable, TableRow } from "./cross-table.ts";
import { dataColumns, dataLines } from "./table-formats.ts";

export type SheetNames = Readonly<{ display: string; data: string; rank: string }>;

export function tableToWorkbook(table: CrossTable, names: SheetNames): Promise<Uint8Array> {
  const isRanked = table.rows.some(({ rank }) => rank !== undefined);
  const display = exportSheet<TableRow>({
    name: names.display,
    columns: [
      ...(isRanked ? [{ header: names.rank, value: ({ rank }: TableRow) => rank, widthCharacters: 6 }] : []),
      { header: "", value: ({ label }) => label, widthCharacters: 28 },
      ...table.columns.map((column) => ({
        header: column,
        value: ({ cells }: TableRow) => (cells[column].relisted === 0 ? cells[column].n : formatTally(cells[column])),
        widthCharacters: 9,
      })),
    ],
    rows: table.rows,
  });
  const data = exportSheet({ name: names.data, columns: dataColumns(table), rows: dataLines(table) });
  return writeWorkbook([display, data]);
}
