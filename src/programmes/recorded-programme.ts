/**
 * A programme (事業) as it is kept: the working side, which its body changes, and the published side, which everybody
 * reads; and how two versions of its facts differ.
 */
import { isDeepStrictEqual } from "node:util";
import { type Marks, marksOfBody } from "../platform/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { YearColumn, YearEntry } from "./programme-year.ts";

/** Whose it is: five digits of a local government, or the id of another body (`B000005`). */
export type ProgrammeOwner = string;

export const PROGRAMME_STATES = ["draft", "in_review", "returned", "approved"] as const;
/** Of the working side: being prepared, waiting for approval, sent back, or what was approved last. */
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

export type ProgrammePublication = "unpublished" | "published" | "withdrawn";

export type ProgrammeIdentity = Readonly<{
  no: number;
  id: string;
  owner: ProgrammeOwner;
  /** Null when the owner is no local government. */
  governmentCode: string | null;
  /** Name of an owner that is no local government. */
  ownerName: string | null;
}>;

/** What everybody may read. Instants are ISO 8601 in UTC. */
export type PublishedProgramme = ProgrammeIdentity &
  Readonly<{ facts: ProgrammeFacts; version: number; publishedAt: string }>;

/** What those read who work on it. */
export type RecordedProgramme = ProgrammeIdentity &
  Readonly<{
    /** Counts every act on the programme, those without a change of facts too. */
    version: number;
    state: ProgrammeState;
    publication: ProgrammePublication;
    facts: ProgrammeFacts;
    /** Null when the public reads nothing of it. */
    published: Readonly<{ facts: ProgrammeFacts; version: number; at: string }> | null;
    submission: Submission | null;
    /** Why it was sent back; null in every other state. */
    returnedReason: string | null;
    recordedAt: string;
    updatedAt: string;
  }>;

export type Submission = Readonly<{
  by: string;
  /** Where the reader may read it. */
  name: string | null;
  at: string;
  /** The body the submitter worked for. */
  bodyId: string | null;
  message: string | null;
}>;

export type ProgrammeFactName = keyof ProgrammeFacts;
export const PROGRAMME_FACT_NAMES = [
  "number",
  "title",
  "parentTitle",
  "titleNote",
  "startFiscalYear",
  "section",
  "overview",
  "recurrence",
  "operator",
  "fields",
  "partners",
  "agreementIds",
  "years",
  "relations",
] as const satisfies readonly ProgrammeFactName[];

/** Names of the facts in which two versions differ, in the order in which a form asks for them. */
export function differingProgrammeFacts(a: ProgrammeFacts, b: ProgrammeFacts): readonly ProgrammeFactName[] {
  return PROGRAMME_FACT_NAMES.filter((name) => !isDeepStrictEqual(a[name], b[name]));
}

export function programmeFactsOf(from: ProgrammeFacts): ProgrammeFacts {
  return Object.fromEntries(PROGRAMME_FACT_NAMES.map((name) => [name, from[name]])) as ProgrammeFacts; // all are named
}

export function marksOfOwner(owner: ProgrammeOwner): Marks {
  return marksOfBody({ id: owner, governmentCode: /^[0-9]{5}$/.test(owner) ? owner : null });
}

export type YearKey = Readonly<{ fiscalYear: number; column: YearColumn }>;

export function entryOf(facts: ProgrammeFacts, { fiscalYear, column }: YearKey): YearEntry | undefined {
  return facts.years.find((entry) => entry.fiscalYear === fiscalYear && entry.column === column);
}

export function isSameEntry(a: YearEntry | undefined, b: YearEntry | undefined): boolean {
  return isDeepStrictEqual(a, b);
}

const COLUMN_ORDER: Readonly<Record<YearColumn, number>> = { plan: 0, plan_including_results: 1, result: 2 };

/** In order of time. `entry` null takes the entry of the key away. */
export function withEntry(facts: ProgrammeFacts, key: YearKey, entry: YearEntry | null): ProgrammeFacts {
  const others = facts.years.filter(({ fiscalYear, column }) => fiscalYear !== key.fiscalYear || column !== key.column);
  const years = entry === null ? others : [...others, entry];
  return {
    ...facts,
    years: years.toSorted((a, b) => a.fiscalYear - b.fiscalYear || COLUMN_ORDER[a.column] - COLUMN_ORDER[b.column]),
  };
}
