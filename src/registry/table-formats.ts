/** A cross table as data: one datum to a cell in CSV and JSON; Markdown prints `n(relisted)` as reports do. */
import { stringify } from "csv-stringify/sync";
import { formatTally } from "../kernel/tally.ts";
import type { CrossTable } from "./cross-table.ts";

/** One line for each row and column, UTF-8 with a byte order mark so that Excel reads it. */
export function tableToCsv({ rows, columns, table, asOf, unit }: CrossTable): string {
  const lines = rows.flatMap(({ label, country, rank, kind, cells }) =>
    columns.map((column) => ({
      table,
      as_of: asOf,
      unit,
      label,
      country: country ?? "",
      rank: rank ?? "",
      kind,
      column,
      n: cells[column].n,
      relisted: cells[column].relisted,
    })),
  );
  return stringify(lines, { header: true, bom: true, record_delimiter: "windows" });
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
