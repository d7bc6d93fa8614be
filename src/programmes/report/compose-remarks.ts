/** 備考 of a box: what was entered of a programme and its title, overview and years do not say. */
import { countryName } from "../../kernel/country.ts";
import { relationWords } from "../messages.ja.ts";
import type { Operator, Partner, ProgrammeFacts, Recurrence, Relation } from "../programme.ts";
import { REMARK_KEYS } from "../report-layout/remarks.ts";
import { bare } from "./cell-facts.ts";
import { printDate } from "./era-date.ts";

/** What a reader of the other rows would record; from our own layout. */
export type ReadWithoutRemarks = Pick<ProgrammeFacts, "partners" | "recurrence" | "operator" | "relations">;

export function composeRemarks(facts: ProgrammeFacts, read: ReadWithoutRemarks): readonly string[] {
  const partners = facts.partners.filter((one) => !read.partners.some((other) => isSame(one, other)));
  const relations = facts.relations.filter(
    (one) => !read.relations.some((other) => relationFact(one) === relationFact(other)),
  );
  return [
    ...partners.map((one) => `${REMARK_KEYS.partner}：${partnerWords(one)}`),
    ...recurrenceLines(facts.recurrence, read.recurrence),
    ...operatorLines(facts.operator, read.operator),
    ...relations.map((one) => `${REMARK_KEYS.relation}：${relationLine(one)}`),
  ];
}

function isSame(a: Partner, b: Partner): boolean {
  return a.name === b.name && a.formerName === b.formerName && a.country === b.country;
}

function partnerWords({ name, formerName, country }: Partner): string {
  const former = formerName === null ? "" : `（旧${formerName}）`;
  return `${name}${former}${country === null ? "" : `［${countryName(country, "ja")}］`}`;
}

function recurrenceLines(own: Recurrence | null, read: Recurrence | null): readonly string[] {
  if (own === null) return [];
  const isSaid = read?.everyYears === own.everyYears && read.isAlternating === own.isAlternating;
  return isSaid ? [] : [`${REMARK_KEYS.recurrence}：${own.asPrinted}`];
}

function operatorLines(own: Operator | null, read: Operator | null): readonly string[] {
  if (own === null || (read?.name === own.name && read.kind === own.kind)) return [];
  return [`${REMARK_KEYS[own.kind]}：${own.name}`];
}

export function relationFact({ kind, date, text }: Relation): string {
  return JSON.stringify([kind, date?.from ?? null, date?.to ?? null, bare(text)]);
}

function relationLine({ kind, date, text }: Relation): string {
  return [relationWords[kind], ...(date === null ? [] : [printDate(date).replace(/\s+/gu, "")]), text].join("　");
}
