/**
 * What joining a draft of a report to a programme on record does: what the draft has and the record lacks is added;
 * what both have and differ in stays as recorded, fact by fact, unless it is taken over.
 */
import type { Language } from "../../platform/index.ts";
import type { ProgrammeFacts } from "../programme.ts";
import type { YearEntry } from "../programme-year.ts";
import { entryOf, isSameEntry, withEntry } from "../recorded-programme.ts";
import { differencesOfDrafts, restoreFact } from "./draft-parts.ts";
import { HEAD_FACTS, type HeadFact } from "./head-facts.ts";

/** The number is that of the report it was printed in. */
const JOINED = HEAD_FACTS.filter((name) => name !== "number");

export type DraftComparison = Readonly<{
  adds: readonly YearEntry[];
  /** Facts of the programme itself that only the draft states. */
  fills: readonly HeadFact[];
  differing: readonly Readonly<{ name: string; label: string; recorded: string; stated: string }>[];
}>;

export function compareDraft(recorded: ProgrammeFacts, stated: ProgrammeFacts, lang: Language): DraftComparison {
  const common = inCommon(recorded, stated);
  return {
    adds: stated.years.filter((entry) => entryOf(recorded, entry) === undefined),
    fills: JOINED.filter((name) => isStated(stated[name]) && !isStated(recorded[name])),
    differing: differencesOfDrafts(common.recorded, common.stated, lang).map(({ name, label, before, after }) => ({
      ...{ name, label, recorded: before, stated: after },
    })),
  };
}

/** @param take names of differences whose stated value replaces the recorded one. */
export function joinDraft(recorded: ProgrammeFacts, stated: ProgrammeFacts, take: readonly string[]): ProgrammeFacts {
  const filled = JOINED.filter((name) => isStated(stated[name]) && !isStated(recorded[name]));
  const joined = { ...recorded, ...Object.fromEntries(filled.map((name) => [name, stated[name]])) };
  const common = inCommon(recorded, stated);
  const known = new Set(differencesOfDrafts(common.recorded, common.stated, "ja").map(({ name }) => name));
  const taken = take
    .filter((name) => known.has(name))
    .reduce((facts, name) => restoreFact(stated, facts, name), joined);
  return stated.years
    .filter((entry) => entryOf(recorded, entry) === undefined)
    .reduce((facts, entry) => withEntry(facts, entry, entry), taken);
}

/** Both with only what both state: the rest is added, or stays. */
function inCommon(recorded: ProgrammeFacts, stated: ProgrammeFacts) {
  const heads = HEAD_FACTS.filter((name) => name === "number" || !isStated(recorded[name]) || !isStated(stated[name]));
  const years = stated.years.filter((entry) => {
    const known = entryOf(recorded, entry);
    return known !== undefined && !isSameEntry(withoutPlace(known), withoutPlace(entry));
  });
  return {
    recorded: { ...recorded, years: years.flatMap((entry) => entryOf(recorded, entry) ?? []) },
    stated: { ...stated, ...Object.fromEntries(heads.map((name) => [name, recorded[name]])), years },
  };
}

function isStated(value: unknown): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Lines of two documents are never the same. */
function withoutPlace(entry: YearEntry): YearEntry {
  return { ...entry, lines: null };
}
