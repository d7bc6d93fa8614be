/** A composed cell is read back with our own layout while it is composed, so that what is printed says what was entered. */
import type { Partner } from "../programme.ts";
import type { YearEntry } from "../programme-year.ts";
import { joinLines } from "../report-layout/logical-lines.ts";
import { readYear } from "../report-layout/year-entry.ts";
import type { CellWords } from "./messages.ja.ts";

export type YearContext = Readonly<{ title: string; partners: readonly Partner[]; words: CellWords }>;

/** What our own layout would record from these lines. */
export function readLines(
  lines: readonly string[],
  { fiscalYear, column }: Pick<YearEntry, "fiscalYear" | "column">,
  { title, partners }: YearContext,
): YearEntry {
  const written = lines.flatMap((text) => text.split("\n")).map((text) => ({ text, at: {} }));
  const cell = { fiscalYear, column, lines: joinLines(written, null) };
  return readYear(cell, { title, partners }).entry;
}
