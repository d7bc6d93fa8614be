/** What a draft of a report says, as terms and lines for the review beside the source. */
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import type { Language } from "../../platform/index.ts";
import { countryText } from "../../registry/index.ts";
import { programmeWords as wordsEn } from "../messages.en.ts";
import { programmeWords as wordsJa } from "../messages.ja.ts";
import { programmeRefusals as namesEn } from "../messages-refusals.en.ts";
import { programmeRefusals as namesJa } from "../messages-refusals.ja.ts";
import type { Partner, ProgrammeFacts } from "../programme.ts";
import type { YearEntry } from "../programme-year.ts";
import type { HeadFact } from "./head-facts.ts";
import { correctionWords as en } from "./messages.en.ts";
import { correctionWords as ja } from "./messages.ja.ts";

export type ShownFact = Readonly<{ term: string; lines: readonly string[] }>;

const LONGEST = 400;

export function showFacts(facts: ProgrammeFacts, lang: Language): readonly ShownFact[] {
  const { facts: names } = lang === "ja" ? namesJa : namesEn;
  const heads = (["title", "parentTitle", "titleNote"] as const).map((name) => ({
    term: names[name],
    lines: facts[name] === null ? [] : [facts[name]],
  }));
  const others = (
    ["startFiscalYear", "section", "overview", "recurrence", "operator", "partners", "relations"] as const
  ).map((name) => ({ term: names[name], lines: headLines(facts, name, lang) }));
  const years = facts.years.map((entry) => ({ term: describeEntry(entry, lang), lines: entryLines(entry, lang) }));
  return [...heads, ...others, ...years];
}

/** 令和6年度 実績 */
export function describeEntry(
  { fiscalYear, column }: Pick<YearEntry, "fiscalYear" | "column">,
  lang: Language,
): string {
  const { column: columns } = lang === "ja" ? wordsJa : wordsEn;
  return lang === "ja" ? `${formatFiscalYear(fiscalYear)} ${columns[column]}` : `FY${fiscalYear} ${columns[column]}`;
}

export function factLabel(name: HeadFact, lang: Language): string {
  return (lang === "ja" ? namesJa : namesEn).facts[name];
}

export function headLines(facts: ProgrammeFacts, name: HeadFact, lang: Language): readonly string[] {
  const { startFiscalYear, recurrence, operator, partners, relations } = facts;
  const said: Readonly<Record<HeadFact, readonly (string | null | undefined)[]>> = {
    title: [facts.title],
    number: [facts.number === null ? null : String(facts.number)],
    parentTitle: [facts.parentTitle],
    titleNote: [facts.titleNote],
    startFiscalYear: [startFiscalYear?.asPrinted],
    section: [facts.section],
    overview: facts.overview?.split("\n") ?? [],
    recurrence: [recurrence?.asPrinted],
    operator: [operator?.asPrinted],
    partners: partners.map((partner) => partnerLine(partner, lang)),
    relations: relations.map(({ text }) => text),
  };
  return said[name].flatMap((line) => line ?? []);
}

function entryLines(entry: YearEntry, lang: Language): readonly string[] {
  const { status } = lang === "ja" ? wordsJa : wordsEn;
  const { events, reasonAsPrinted, text } = entry;
  return [
    [status[entry.status], reasonAsPrinted].filter((part) => part !== null).join("　"),
    ...events.map(({ name, date, place }) => [name, date?.asPrinted, place].filter((part) => part != null).join("　")),
    ...text.split("\n").filter((line) => line.trim() !== ""),
  ];
}

function partnerLine({ name, formerName, country }: Partner, lang: Language): string {
  const { formerly } = lang === "ja" ? ja : en;
  const place = country === null ? null : countryText(country, lang);
  const before = formerName === null ? null : formerly(formerName);
  return [name, before, place === name ? null : place].filter((part) => part !== null).join("　");
}

export function entryText(entry: YearEntry, lang: Language): string {
  return cut(entryLines(entry, lang).join("\n"));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
