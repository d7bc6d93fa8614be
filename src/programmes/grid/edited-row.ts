/** A row of a workbook's sheet as a person would have typed it: its cells by header, and which of them the table shows. */
import type { GridColumn } from "./grid-columns.ts";

export type EditedRow = Readonly<{
  cells: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, GridColumn>>;
}>;
