/** What a workbook that came back would change, cell by cell, and what was found in it. */
import type { Place } from "../../kernel/finding.ts";
import type { YearEntry } from "../programme-year.ts";
import type { WorkbookFinding } from "./workbook-finding.ts";

export type CellChange = Readonly<{
  at: Place;
  /** The name of the event, number or amount the cell belongs to; null for the entry itself. */
  of: string | null;
  /** The header of the column; of a row that is gone the sheet. */
  what: string;
  before: string;
  /** As it would be recorded: 12 for １２, 令和6年7月19日 for a cell with a date. */
  after: string;
}>;

export type WorkbookChange = Readonly<{
  id: string;
  title: string;
  expectedVersion: number;
  before: YearEntry | null;
  entry: YearEntry;
  cells: readonly CellChange[];
  /** An error in one of its rows: it is shown, and not saved. */
  isBlocked: boolean;
}>;

export type WorkbookComparison = Readonly<{
  changes: readonly WorkbookChange[];
  findings: readonly WorkbookFinding[];
}>;

/** The id of the programme a finding is about; those of the file and of whole sheets are about none. */
export type FindingsAbout = ReadonlyMap<WorkbookFinding, string>;
