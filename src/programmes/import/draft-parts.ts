/**
 * The parts in which a draft of a programme is corrected: the programme itself, and each column of a year. A print may
 * give one column of one year twice; the second is a part of its own, so that a person can say which year it is.
 */
import { isDeepStrictEqual } from "node:util";
import type { FactDifference } from "../../intake/index.ts";
import type { Language } from "../../platform/index.ts";
import { programmeRefusals as namesEn } from "../messages-refusals.en.ts";
import { programmeRefusals as namesJa } from "../messages-refusals.ja.ts";
import { differencesOf, withKept } from "../pages/forms/merge-entry.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { emptyEntry, YEAR_COLUMNS, type YearEntry } from "../programme-year.ts";
import { HEAD_FACTS } from "./head-facts.ts";
import { describeEntry, entryText, headLines } from "./show-draft.ts";

export const HEAD = "head";
/** The whole entry: there on one side only. */
const ENTRY = "entry";

export type YearPart = Readonly<{ name: string; entry: YearEntry }>;

/** `2024-result`; the second of its kind `2024-result-2`. */
export function yearPartsOf({ years }: Pick<ProgrammeFacts, "years">): readonly YearPart[] {
  const key = (entry: YearEntry) => `${entry.fiscalYear}-${entry.column}`;
  return years.map((entry, index) => {
    const earlier = years.slice(0, index).filter((other) => key(other) === key(entry)).length;
    return { name: earlier === 0 ? key(entry) : `${key(entry)}-${earlier + 1}`, entry };
  });
}

/** An entry of the draft, or a new one of a year and column that it has not got. */
export function yearPart(facts: ProgrammeFacts, name: string): YearEntry | undefined {
  const known = yearPartsOf(facts).find((part) => part.name === name)?.entry;
  if (known !== undefined) return known;
  const said = /^(?<year>(?:18|19|20|21)\d{2})-(?<column>[a-z_]+)$/u.exec(name)?.groups;
  const column = YEAR_COLUMNS.find((one) => one === said?.column);
  if (said === undefined || column === undefined) return undefined;
  return emptyEntry(Number(said.year), column, column === "result" ? "held" : "planned");
}

/** @param entry null takes it out. A part that is not there yet comes last. */
export function withYearPart(facts: ProgrammeFacts, name: string, entry: YearEntry | null): ProgrammeFacts {
  const parts = yearPartsOf(facts);
  const isNew = !parts.some((part) => part.name === name);
  const years = parts.flatMap((part) => (part.name === name ? (entry ?? []) : part.entry));
  return { ...facts, years: isNew && entry !== null ? [...years, entry] : years };
}

export function differencesOfDrafts(
  before: ProgrammeFacts,
  after: ProgrammeFacts,
  lang: Language,
): readonly FactDifference[] {
  const { facts: labels } = lang === "ja" ? namesJa : namesEn;
  const heads = HEAD_FACTS.filter((name) => !isDeepStrictEqual(before[name], after[name])).map((name) => ({
    ...{ name: `${HEAD}.${name}`, label: labels[name] },
    ...{ before: headLines(before, name, lang).join("\n"), after: headLines(after, name, lang).join("\n") },
  }));
  const was = new Map(yearPartsOf(before).map(({ name, entry }) => [name, entry]));
  const is = new Map(yearPartsOf(after).map(({ name, entry }) => [name, entry]));
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return [...heads, ...names.flatMap((name) => differencesOfEntry(name, was.get(name), is.get(name), lang))];
}

function differencesOfEntry(
  name: string,
  before: YearEntry | undefined,
  after: YearEntry | undefined,
  lang: Language,
): readonly FactDifference[] {
  const known = after ?? before;
  if (known === undefined) return [];
  const year = describeEntry(known, lang);
  if (before === undefined || after === undefined) {
    const text = (entry: YearEntry | undefined) => (entry === undefined ? "" : entryText(entry, lang));
    return [{ name: `${name}.${ENTRY}`, label: year, before: text(before), after: text(after) }];
  }
  return differencesOf(before, after, before, lang).map(({ field, label, saved, mine }) => ({
    ...{ name: `${name}.${field}`, label: `${year}　${label}`, before: saved, after: mine },
  }));
}

/** @param name of one difference, which is taken back to what was read. */
export function restoreFact(asRead: ProgrammeFacts, corrected: ProgrammeFacts, name: string): ProgrammeFacts {
  const at = name.lastIndexOf(".");
  const [part, field] = [name.slice(0, at), name.slice(at + 1)];
  if (part === HEAD) {
    const fact = HEAD_FACTS.find((one) => one === field);
    return fact === undefined ? corrected : { ...corrected, [fact]: asRead[fact] };
  }
  const was = yearPartsOf(asRead).find((one) => one.name === part)?.entry;
  const is = yearPartsOf(corrected).find((one) => one.name === part)?.entry;
  if (field === ENTRY) return withYearPart(corrected, part, was ?? null);
  if (was === undefined || is === undefined) return corrected;
  return withYearPart(corrected, part, withKept(is, was, new Set([field])));
}
