/** A cross table as data: one datum to a cell in CSV and JSON; Markdown prints `n(relisted)` as reports do. */
import { csvText, type ExportColumn } from "../documents/writers/csv.ts";
import { formatTally } from "../kernel/tally.ts";
import type { Column, CrossTable, TableRow } from "./cross-table.ts";

export type DataLine = Readonly<{ row: TableRow; column: Column }>;

/** One line for each row and column, so that a cell of the file holds one datum. */
export function dataLines({ rows, columns }: CrossTable): readonly DataLine[] {
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

export function dataColumns({ table, asOf, unit }: CrossTable): readonly ExportColumn<DataLine>[] {
  return [
    { header: "table", value: () => table },
    { header: "as_of", value: () => asOf },
    { header: "unit", value: () => unit },
    { header: "label", value: ({ row }) => row.label },
    { header: "country", value: ({ row }) => row.country },
    { header: "rank", value: ({ row }) => row.rank },
    { header: "kind", value: ({ row }) => row.kind },
    { header: "column", value: ({ column }) => column },
    { header: "n", value: ({ row, column }) => row.cells[column].n },
    { header: "relisted", value: ({ row, column }) => row.cells[column].relisted },
  ];
}

export function tableToCsv(table: CrossTable): string {
  return csvText(dataColumns(table), dataLines(table));
}

export function tableToJson(table: CrossTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}

export function tableToMarkdown({ rows, columns }: CrossTable): string {
  const isRanked = rows.some(({ rank }) => rank !== undefined);
  const head = [...(isRanked ? ["順"] : []), "", ...columns];
  const lines = rows.map(({ label, rank, cells }) => [
    ...(isRanked ? [rank === undefined ? "" : String(rank)] : []),
    label,
    ...columns.map((column) => formatTally(cells[column])),
  ]);
  const rule = head.map((_, at) => (at < head.length - columns.length ? "---" : "---:"));
  return `${[head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}
