/**
 * How a draft of a report and a programme on record meet: the same title of the same body is the same programme. What
 * the draft has and the record lacks is added; what both have and differ in stays as recorded unless it is taken over.
 */
import { matchKey } from "../../kernel/name-key.ts";
import type { ProgrammeFacts } from "../programme.ts";
import type { YearEntry } from "../programme-year.ts";
import {
  differingProgrammeFacts,
  entryOf,
  isSameEntry,
  type ProgrammeFactName,
  withEntry,
} from "../recorded-programme.ts";

/** Years are compared one by one; the number is that of the report; links and fields are the office's own. */
const HEADS = [
  "parentTitle",
  "titleNote",
  "startFiscalYear",
  "section",
  "overview",
  "recurrence",
  "operator",
  "partners",
  "relations",
] as const satisfies readonly ProgrammeFactName[];
export type HeadName = (typeof HEADS)[number];

export type DraftDifference =
  | Readonly<{ kind: "head"; name: HeadName; recorded: ProgrammeFacts; stated: ProgrammeFacts }>
  | Readonly<{ kind: "year"; name: string; recorded: YearEntry; stated: YearEntry }>;

export type DraftComparison = Readonly<{ adds: readonly YearEntry[]; differing: readonly DraftDifference[] }>;

/** A start year that both state and that differs makes two programmes of one name. */
export function looksTheSame(recorded: ProgrammeFacts, stated: ProgrammeFacts): boolean {
  if (matchKey(recorded.title) !== matchKey(stated.title)) return false;
  const [a, b] = [recorded.startFiscalYear?.fiscalYear ?? null, stated.startFiscalYear?.fiscalYear ?? null];
  return a === null || b === null || a === b;
}

export function compareDraft(recorded: ProgrammeFacts, stated: ProgrammeFacts): DraftComparison {
  const differing = new Set(differingProgrammeFacts(recorded, stated));
  const heads = HEADS.filter((name) => differing.has(name) && isStated(recorded[name]) && isStated(stated[name]));
  const years = stated.years.flatMap((entry): DraftDifference[] => {
    const known = entryOf(recorded, entry);
    if (known === undefined || isSameEntry(withoutPlace(known), withoutPlace(entry))) return [];
    return [{ kind: "year", name: nameOfEntry(entry), recorded: known, stated: entry }];
  });
  return {
    adds: stated.years.filter((entry) => entryOf(recorded, entry) === undefined),
    differing: [...heads.map((name) => ({ kind: "head", name, recorded, stated }) as const), ...years],
  };
}

/** @param take names of differences whose stated value replaces the recorded one. */
export function joinDraft(recorded: ProgrammeFacts, stated: ProgrammeFacts, take: readonly string[]): ProgrammeFacts {
  const heads = HEADS.filter((name) => isStated(stated[name]) && (!isStated(recorded[name]) || take.includes(name)));
  const joined = { ...recorded, ...Object.fromEntries(heads.map((name) => [name, stated[name]])) };
  return stated.years
    .filter((entry) => entryOf(recorded, entry) === undefined || take.includes(nameOfEntry(entry)))
    .reduce((facts, entry) => withEntry(facts, entry, entry), joined);
}

export function nameOfEntry({ fiscalYear, column }: Pick<YearEntry, "fiscalYear" | "column">): string {
  return `${fiscalYear}-${column}`;
}

function isStated(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

/** Lines of two documents are never the same. */
function withoutPlace(entry: YearEntry): YearEntry {
  return { ...entry, lines: null };
}
