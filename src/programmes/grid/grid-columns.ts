/**
 * The columns of the table in which a year's programmes are edited, cell by cell. Each is a cell of the workbook of
 * programmes (template/workbook-sheets.ts): of the year itself, of its one event, of people sent or received, of money.
 */
import type { YearColumn } from "../programme-year.ts";

export const GRID_COLUMNS = [
  ...(["status", "reason", "event", "date", "place", "sent", "received", "planned", "settled", "text"] as const),
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

/** `line` is a text that spreads over few words, `text` one of several lines. */
export type CellKind = "status" | "line" | "date" | "people" | "yen" | "text";

export const CELL_KINDS: Readonly<Record<GridColumn, CellKind>> = {
  status: "status",
  reason: "line",
  event: "line",
  date: "date",
  place: "line",
  sent: "people",
  received: "people",
  planned: "yen",
  settled: "yen",
  text: "text",
};

/** A plan has no settled amount. */
export function gridColumnsOf(column: YearColumn): readonly GridColumn[] {
  return column === "plan" ? GRID_COLUMNS.filter((one) => one !== "settled") : GRID_COLUMNS;
}
