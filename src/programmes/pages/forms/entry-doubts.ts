/**
 * What the rules find in an entry that is about to be saved and was not there before, each at the field where it can be
 * put right. An inner count larger than its total is no doubt: it is refused.
 */
import { checkProgramme, type ProgrammeDisagreement } from "../../check-programme.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import type { YearEntry } from "../../programme-year.ts";
import { withEntry } from "../../recorded-programme.ts";
import type { Assembled } from "./assemble-rows.ts";
import type { EntryDoubt, EntryProblem } from "./entry-reading.ts";

export type PlacedEntry = Readonly<{
  entry: YearEntry;
  items: readonly Assembled<YearEntry["items"][number]>[];
  events: readonly Assembled<YearEntry["events"][number]>[];
  quantities: readonly Assembled<YearEntry["quantities"][number]>[];
  people: readonly Assembled<YearEntry["people"][number]>[];
}>;

export type Told = Readonly<{ problems: readonly EntryProblem[]; doubts: readonly EntryDoubt[] }>;

/** Only what this entry brings in: what was there before is not asked about again. */
export function newDisagreements(facts: ProgrammeFacts, placed: PlacedEntry): Told {
  const known = new Set(checkProgramme(facts).map((one) => JSON.stringify(one)));
  const fresh = checkProgramme(withEntry(facts, placed.entry, placed.entry)).filter(
    (one) => !known.has(JSON.stringify(one)),
  );
  return {
    problems: fresh.flatMap((one) => refusedAt(one, placed)),
    doubts: fresh
      .filter((one) => refusedAt(one, placed).length === 0)
      .map((disagreement) => ({
        field: fieldOf(disagreement, placed),
        said: { kind: "disagreement", disagreement },
      })),
  };
}

function refusedAt(one: ProgrammeDisagreement, placed: PlacedEntry): readonly EntryProblem[] {
  if (one.code !== "inner_count_larger" || !isOwn(one, placed)) return [];
  const field = fieldOf(one, placed);
  const { label, value, total, totalValue } = one.values;
  const text = `${label} ${value} > ${total} ${totalValue}`;
  return field === null ? [] : [{ field, code: "inner_larger", text }];
}

function isOwn({ fiscalYear, column }: ProgrammeDisagreement, { entry }: PlacedEntry): boolean {
  return fiscalYear === entry.fiscalYear && column === entry.column;
}

/** A jump in service may be told of the year after: the row of this year is where it can be put right here. */
function fieldOf(one: ProgrammeDisagreement, placed: PlacedEntry): string | null {
  switch (one.code) {
    case "periods_overlap":
      return at(
        placed.events,
        "date",
        ({ name, date }) => name === one.values.name && date?.asPrinted === one.values.second,
      );
    case "date_outside_fiscal_year":
      return at(
        placed.events,
        "date",
        ({ name, date }) => name === one.values.name && date?.asPrinted === one.values.asPrinted,
      );
    case "edition_jumps":
      return at(placed.events, "edition", ({ name }) => bareName(name) === bareName(one.values.name));
    case "people_negative":
      return (
        at(placed.people, "count", ({ label, count }) => label === one.values.label && count === one.values.value) ??
        at(placed.quantities, "value", ({ label }) => label === one.values.label)
      );
    case "inner_count_larger":
      return at(
        placed.quantities,
        "value",
        ({ label, value, subsetOf }) =>
          label === one.values.label && value === one.values.value && subsetOf === one.values.total,
      );
    case "breakdown_differs":
      return at(placed.people, "count", ({ label }) => label === one.values.label);
    case "duration_contradicts":
      return at(placed.quantities, "value", ({ asPrinted }) => asPrinted === one.values.asPrinted);
    case "service_year_jumps":
      return at(placed.items, "yearOfService", ({ post }) => post?.nationality === one.values.nationality);
    default:
      return null;
  }
}

/** Id of a control of the last row that is meant. */
function at<T>(rows: readonly Assembled<T>[], field: string, isMeant: (value: T) => boolean): string | null {
  return rows.findLast(({ value, row }) => row !== null && isMeant(value))?.row?.at(field) ?? null;
}

function bareName(name: string): string {
  return name.replace(/第\s*[\d０-９]+\s*回\s*/u, "");
}
