/** One programme, fiscal year and column while a workbook is read: the entry as it would be, and where its rows stand. */
import type { YearEntry } from "../programme-year.ts";
import type { WorkbookProgramme } from "./programmes-to-workbook.ts";
import type { TiedRow } from "./read-sheet.ts";
import type { CellChange } from "./workbook-comparison.ts";

export type EntryDraft = {
  programme: WorkbookProgramme;
  /** Null for a year and column that is not recorded. */
  before: YearEntry | null;
  entry: YearEntry;
  cells: CellChange[];
  /** By `entry`, or sheet and index: 行事.0 */
  rows: Map<string, TiedRow>;
  isBlocked: boolean;
};
