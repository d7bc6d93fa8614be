/**
 * The columns of the table in which a year's programmes are edited, cell by cell. Each is a cell of the workbook of
 * programmes (template/workbook-sheets.ts): of the year itself, of its one event, of people sent or received, of its
 * one figure with what was planned and what was reached, of money, of its sub-items.
 */
import type { YearColumn } from "../programme-year.ts";

export const GRID_COLUMNS = [
  ...(["status", "reason", "event", "date", "place", "sent", "received", "planned", "settled"] as const),
  ...(["figure", "figurePlanned", "figureActual", "unit", "items", "text"] as const),
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

/** `line` is a text that spreads over few words, `text` one of several lines. */
export type CellKind = "status" | "line" | "date" | "people" | "number" | "yen" | "text";

export const CELL_KINDS: Readonly<Record<GridColumn, CellKind>> = {
  status: "status",
  reason: "line",
  event: "line",
  date: "date",
  place: "line",
  sent: "people",
  received: "people",
  figure: "line",
  figurePlanned: "number",
  figureActual: "number",
  unit: "line",
  planned: "yen",
  settled: "yen",
  items: "text",
  text: "text",
};

/** Kinds of cells that hold a number. */
export const NUMBERS: readonly CellKind[] = ["people", "number", "yen"];

const OF_RESULTS: readonly GridColumn[] = ["settled", "figureActual"];

/** A plan has no settled amount, and nothing reached. */
export function gridColumnsOf(column: YearColumn): readonly GridColumn[] {
  return column === "plan" ? GRID_COLUMNS.filter((one) => !OF_RESULTS.includes(one)) : GRID_COLUMNS;
}
