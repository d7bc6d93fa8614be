/**
 * Which programmes an annual report shows, under which office and number, with the two entries it prints for each.
 *
 * Of the year before it prints the result, of its own year the plan, with results where the office has put them in.
 * Where that column was not entered the other one stands in, under its own name.
 */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { ProgrammeFacts } from "../programme.ts";
import type { YearColumn, YearEntry } from "../programme-year.ts";

export type ReportedProgramme = Readonly<{
  number: number;
  facts: ProgrammeFacts;
  previous: YearEntry | null;
  current: YearEntry | null;
}>;

export type ReportedSection = Readonly<{ name: string | null; programmes: readonly ReportedProgramme[] }>;

const PREVIOUS: readonly YearColumn[] = ["result", "plan_including_results", "plan"];
const CURRENT: readonly YearColumn[] = ["plan_including_results", "plan", "result"];

/** Programmes without an office come first: behind a heading they would seem to belong to it. */
export function sectionsOf(programmes: readonly ProgrammeFacts[], fiscalYear: FiscalYear): readonly ReportedSection[] {
  const shown = programmes.filter(({ years }) =>
    years.some((entry) => entry.fiscalYear === fiscalYear || entry.fiscalYear === fiscalYear - 1),
  );
  const numbered = numberProgrammes(shown);
  const groups = [...Map.groupBy(numbered, ({ facts }) => facts.section)].toSorted(
    ([a], [b]) => Number(a !== null) - Number(b !== null),
  );
  return groups.map(([name, own]) => ({
    name,
    programmes: own.map(({ facts, number }) => ({
      number,
      facts,
      previous: entryOf(facts, fiscalYear - 1, PREVIOUS),
      current: entryOf(facts, fiscalYear, CURRENT),
    })),
  }));
}

function entryOf({ years }: ProgrammeFacts, fiscalYear: FiscalYear, order: readonly YearColumn[]): YearEntry | null {
  const own = years.filter((entry) => entry.fiscalYear === fiscalYear);
  return order.flatMap((column) => own.find((entry) => entry.column === column) ?? []).at(0) ?? null;
}

type Numbered = Readonly<{ facts: ProgrammeFacts; number: number }>;

/** Numbers of an earlier report are kept while they go on without a gap; else they are given anew. */
function numberProgrammes(shown: readonly ProgrammeFacts[]): readonly Numbered[] {
  const ordered = shown.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
  const sections = [...Map.groupBy(ordered, ({ section }) => section).values()];
  const isWhole = sections.flat().every(({ number }, index) => number === index + 1);
  const inPrint = isWhole ? sections.flat() : sections.toSorted(bySection).flat();
  return inPrint.map((facts, index) => ({ facts, number: index + 1 }));
}

function bySection([a]: readonly ProgrammeFacts[], [b]: readonly ProgrammeFacts[]): number {
  return Number(a?.section !== null) - Number(b?.section !== null);
}
