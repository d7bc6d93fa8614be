/** From what was typed to the facts of an agreement, with every problem at the control it belongs to. */
import type { AgreementFacts, SourceReference } from "../../agreement.ts";
import { refuseReason } from "../../change-reason.ts";
import { type FIELDS, isField } from "../../field.ts";
import type { FactName } from "../../recorded-agreement.ts";
import { type FactProblem, validateAgreementFacts } from "../../validate-agreement-facts.ts";
import type { FormInput, SourceInput } from "./form-input.ts";
import type { Checked, InputProblem } from "./input-problem.ts";
import { readDate } from "./read-dates.ts";
import { type KnownCounterparts, readForeignParty, readJapaneseParty } from "./read-parties.ts";

export type ReadFacts = Readonly<{ facts: AgreementFacts; problems: readonly InputProblem[] }>;

/** What rows that were left as they were refer to: the facts the form was opened with; nothing for a new record. */
export type FormBase = Pick<AgreementFacts, "dates" | "sources">;
export const NO_BASE: FormBase = { dates: [], sources: [] };

export function readFacts(input: FormInput, base: FormBase, known: KnownCounterparts): ReadFacts {
  const japan = collect(input.japan, readJapaneseParty);
  const foreign = collect(input.foreign, (row, index) => readForeignParty(row, index, known));
  const dates = collect(input.dates, (row, index) => readDate(row, index, base.dates));
  const listings = collect(input.listings, readListing);
  const sources = collect(input.sources, (row, index) => readSource(row, index, base.sources));
  const facts: AgreementFacts = {
    title: input.title,
    japan: japan.values,
    foreign: foreign.values,
    dates: dates.values,
    listings: listings.values,
    background: textOf(input.background),
    activities: textOf(input.activities),
    outcomes: textOf(input.outcomes),
    urls: linesOf(input.urls),
    departments: linesOf(input.departments),
    phones: linesOf(input.phones),
    sources: sources.values,
  };
  const own = [
    ...[japan, foreign, dates, listings, sources].flatMap(({ problems }) => problems),
    ...(refuseReason(input.reason) === undefined ? [] : [{ field: "reason", code: "personal_mailbox" as const }]),
  ];
  return { facts, problems: [...own, ...otherProblems(facts, { japan, foreign, dates, listings, sources }, own)] };
}

type Collected<T> = Readonly<{
  values: readonly T[];
  /** Row in the form of each value. */
  rows: readonly number[];
  problems: readonly InputProblem[];
}>;

function collect<Row, T>(rows: readonly Row[], read: (row: Row, index: number) => Checked<T>): Collected<T> {
  const checked = rows.map((row, index) => ({ ...read(row, index), index }));
  const kept = checked.flatMap(({ value, index }) => (value === null ? [] : [{ value, index }]));
  return {
    values: kept.map(({ value }) => value),
    rows: kept.map(({ index }) => index),
    problems: checked.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

type Rows = Readonly<Partial<Record<FactName, Readonly<{ rows: readonly number[] }>>>>;

/** What the registry would refuse, unless that control has a problem already. A refused party is not also missing. */
function otherProblems(facts: AgreementFacts, rows: Rows, own: readonly InputProblem[]): readonly InputProblem[] {
  return validateAgreementFacts(facts)
    .map((problem) => ({ field: controlOf(problem, rows), code: problem.code }))
    .filter(({ field }) => !own.some((known) => known.field === field));
}

const FIRST_CONTROLS: Readonly<Record<FactName, string>> = {
  title: "title",
  japan: "japan.0.name",
  foreign: "foreign.0.name",
  dates: "dates.0.asPrinted",
  listings: "listings.0",
  background: "background",
  activities: "activities",
  outcomes: "outcomes",
  urls: "urls",
  departments: "departments",
  phones: "phones",
  sources: "sources.0.title",
};

/** Problems that only the use case sees, at the first control of each fact. */
export function controlsOf(problems: readonly FactProblem[]): readonly InputProblem[] {
  return problems.map((problem) => ({ field: controlOf(problem, {}), code: problem.code }));
}

function controlOf({ fact, index }: FactProblem, rows: Rows): string {
  const row = index === undefined ? undefined : rows[fact]?.rows[index];
  return row === undefined ? FIRST_CONTROLS[fact] : FIRST_CONTROLS[fact].replace(".0", `.${row}`);
}

function readListing(text: string, index: number): Checked<(typeof FIELDS)[number]> {
  if (text === "") return { value: null };
  return isField(text)
    ? { value: text }
    : { value: null, problem: { field: `listings.${index}`, code: "field_unknown", text } };
}

function readSource(input: SourceInput, index: number, base: readonly SourceReference[]): Checked<SourceReference> {
  const { title, publisher, place, asOf } = input;
  if ([title, publisher, place, asOf].every((text) => text === "")) return { value: null };
  if (title === "") return { value: null, problem: { field: `sources.${index}.title`, code: "source_title_missing" } };
  const before = input.base === "" ? undefined : base[Number(input.base)];
  const said = { title, publisher: textOf(publisher), place: textOf(place), asOf: textOf(asOf) };
  return { value: { documentSha256: null, lines: null, ...before, ...said } };
}

function textOf(text: string): string | null {
  return text === "" ? null : text;
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
