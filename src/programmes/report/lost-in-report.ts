/** Entries that an annual report prints and cannot say as they were entered, for whoever prepares it. */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { type ProgrammeFacts, shortTitle } from "../programme.ts";
import type { YearEntry } from "../programme-year.ts";
import type { CellPart } from "./cell-facts.ts";
import { lostInCell } from "./compose-year.ts";
import { cellWords } from "./messages.ja.ts";
import { sectionsOf } from "./reported-programmes.ts";

export type ReportedRecord = Readonly<{ id: string; facts: ProgrammeFacts }>;

export type LostInReport = Readonly<{ id: string; title: string; parts: readonly CellPart[] }> &
  Pick<YearEntry, "fiscalYear" | "column">;

export function lostParts(entry: YearEntry, facts: ProgrammeFacts): readonly CellPart[] {
  return lostInCell(entry, { title: shortTitle(facts), partners: facts.partners, words: cellWords });
}

/** In the order of the boxes, the year before first. */
export function lostInReport(records: readonly ReportedRecord[], fiscalYear: FiscalYear): readonly LostInReport[] {
  const ids = new Map(records.map(({ id, facts }) => [facts, id]));
  const reported = sectionsOf([...ids.keys()], fiscalYear).flatMap(({ programmes }) => programmes);
  return reported.flatMap(({ facts, previous, current }) =>
    [previous, current].flatMap((entry): readonly LostInReport[] => {
      const parts = entry === null ? [] : lostParts(entry, facts);
      if (entry === null || parts.length === 0) return [];
      const { column } = entry;
      return [{ id: ids.get(facts) ?? "", title: facts.title, fiscalYear: entry.fiscalYear, column, parts }];
    }),
  );
}
