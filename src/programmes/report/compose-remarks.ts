/** 備考 of a box: what was entered of a programme and its title, overview and years do not say. */
import { countryName } from "../../kernel/country.ts";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import { relationWords } from "../messages.ja.ts";
import type { Operator, Partner, ProgrammeFacts, Recurrence, Relation } from "../programme.ts";
import { REMARK_KEYS } from "../report-layout/remarks.ts";
import type { StatedDate } from "../stated-date.ts";
import { bare } from "./cell-facts.ts";
import { composeDate, printDate } from "./era-date.ts";
import { cellWords } from "./messages.ja.ts";

/** What a reader of the other rows would record; from our own layout. */
export type ReadWithoutRemarks = Pick<
  ProgrammeFacts,
  "parentTitle" | "partners" | "recurrence" | "operator" | "relations"
>;

export function composeRemarks(facts: ProgrammeFacts, read: ReadWithoutRemarks): readonly string[] {
  const { partners, relations } = facts;
  const namesPartners = !isAllSaid(partners.map(partnerWords), read.partners.map(partnerWords));
  const namesRelations = !isAllSaid(relations.map(relationFact), read.relations.map(relationFact));
  return [
    ...parentLines(facts.parentTitle, read.parentTitle),
    ...(namesPartners ? listed(REMARK_KEYS.partner, partners.map(partnerWords)) : []),
    ...recurrenceLines(facts.recurrence, read.recurrence),
    ...operatorLines(facts.operator, read.operator),
    ...(namesRelations ? listed(REMARK_KEYS.relation, relations.map(relationLine)) : []),
  ];
}

function listed(key: string, values: readonly string[]): readonly string[] {
  return (values.length === 0 ? [cellWords.notStated] : values).map((value) => `${key}：${value}`);
}

/** Either the other rows say all of it, or 備考 lists all of it: a reader then takes nothing from elsewhere. */
function isAllSaid(own: readonly string[], read: readonly string[]): boolean {
  return JSON.stringify(own.toSorted()) === JSON.stringify(read.toSorted());
}

function partnerWords({ name, formerName, country }: Partner): string {
  const former = formerName === null ? "" : `（旧${formerName}）`;
  return `${name}${former}${country === null ? "" : `［${countryName(country, "ja")}］`}`;
}

function parentLines(own: string | null, read: string | null): readonly string[] {
  return bare(own) === bare(read) ? [] : [`${REMARK_KEYS.parent}：${own ?? cellWords.notStated}`];
}

function recurrenceLines(own: Recurrence | null, read: Recurrence | null): readonly string[] {
  if (own === null) return read === null ? [] : [`${REMARK_KEYS.recurrence}：${cellWords.notStated}`];
  const isSaid = read?.everyYears === own.everyYears && read.isAlternating === own.isAlternating;
  return isSaid ? [] : [`${REMARK_KEYS.recurrence}：${own.asPrinted}`];
}

function operatorLines(own: Operator | null, read: Operator | null): readonly string[] {
  if (own === null) return read === null ? [] : [`${REMARK_KEYS[read.kind]}：${cellWords.notStated}`];
  if (bare(read?.name ?? null) === bare(own.name) && read?.kind === own.kind) return [];
  return [`${REMARK_KEYS[own.kind]}：${own.name}`];
}

export function relationFact({ kind, date, text }: Relation): string {
  return JSON.stringify([kind, date?.from ?? null, date?.to ?? null, bare(text)]);
}

function relationLine({ kind, date, text }: Relation): string {
  return [relationWords[kind], date === null ? cellWords.notStated : dateWords(date), text].join("　");
}

/** Without gaps and weekday: behind a gap the text begins. */
function dateWords(date: StatedDate): string {
  const candidates = [printDate(date), composeDate(date)].map((words) =>
    words.replace(/\s+|[（(][日月火水木金土][)）]/gu, ""),
  );
  const isRead = (words: string) => {
    const read = parsePartialDate(words);
    return read.ok && read.value.from === date.from && read.value.to === date.to;
  };
  return candidates.find(isRead) ?? candidates.at(-1) ?? "";
}
