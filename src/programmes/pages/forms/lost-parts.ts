/** What the column of the annual report cannot carry of an entry as it is saved. */
import type { ProgrammeFacts } from "../../programme.ts";
import type { YearEntry } from "../../programme-year.ts";
import type { CellPart } from "../../report/cell-facts.ts";
import { lostInCell } from "../../report/compose-year.ts";
import { cellWords } from "../../report/messages.ja.ts";

export function lostParts(entry: YearEntry, { title, partners }: ProgrammeFacts): readonly CellPart[] {
  return lostInCell(entry, { title, partners, words: cellWords });
}
