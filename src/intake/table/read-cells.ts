/** What single cells of a table say: dates, fields of agreements, entries that stand side by side. */
import { readDateStatement } from "../../kernel/date-statement.ts";
import { matchKey } from "../../kernel/name-key.ts";
import { datumOf, parsePartialDate } from "../../kernel/partial-date.ts";
import { FIELD_LABELS, FIELDS, type Field, isField } from "../../registry/index.ts";
import type { DraftDate } from "../draft-record.ts";

/** Written where there is nothing to say: --, 未定, なし. */
export function isNothing(text: string): boolean {
  return isFiller(text) || /^(?:なし|無し|無|未定|不明|該当なし|n\/?a)$/iu.test(text.trim());
}

export function isFiller(text: string): boolean {
  return /^[\s\-‐‑–—―－ー─~～*＊・.]*$/u.test(text);
}

export type DateColumn = "signed" | "renewed" | "expires";

/** A date that cannot be one keeps its wording, without a value. */
export function readDateCell(text: string, column: DateColumn): readonly DraftDate[] {
  if (isNothing(text)) return [];
  const mentions = readDateStatement(text);
  if (mentions.length === 0) return [readWholeCell(text, column)];
  return mentions.map(({ asPrinted, date, precision, role, party, conflict }) => ({
    asPrinted,
    date,
    precision: date === null ? "none" : precision,
    role: column !== "signed" && (role === "signed" || role === "unlabelled") ? column : role,
    party,
    conflict,
  }));
}

/** 2012 alone is a year in a date column; in a sentence four digits are no date. */
function readWholeCell(text: string, role: DateColumn): DraftDate {
  const outcome = parsePartialDate(text);
  const read = outcome.ok
    ? { date: datumOf(outcome.value), precision: outcome.value.precision }
    : { date: null, precision: "none" as const };
  return { asPrinted: text.trim(), ...read, role, party: null, conflict: null };
}

export type FieldCell = Readonly<{ fields: readonly Field[]; unknown: readonly string[] }>;

/** ①, 1, 教育交流, ①教育交流; several side by side. A word that could be two fields (経済) is none of them. */
export function readFieldCell(text: string): FieldCell {
  const parts = isNothing(text) ? [] : splitFields(text);
  const read = parts.map((part) => ({ part, field: fieldNamed(part) }));
  return {
    fields: [...new Set(read.flatMap(({ field }) => field ?? []))],
    unknown: read.flatMap(({ part, field }) => (field === undefined ? [part] : [])),
  };
}

/** 「①②」 stands for two; 「⑤経済交流（農業等）」 for one. */
function splitFields(text: string): readonly string[] {
  return text
    .split(/[、,，/／;；\n・]|(?=[①-⑳])/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const LABEL_KEYS: readonly (readonly [Field, readonly string[]])[] = FIELDS.map((field) => {
  const label = FIELD_LABELS[field];
  const inner = /（(.+?)等?）/u.exec(label)?.[1] ?? label;
  const names = [label, label.replace("交流", ""), inner, inner.replace("交流", ""), `${inner}等`];
  return [field, [...new Set(names.map(matchKey))]];
});

function fieldNamed(part: string): Field | undefined {
  const mark = part.charAt(0);
  if (isField(mark)) return mark;
  if (/^[⑩-⑳]/u.test(part)) return undefined;
  const key = matchKey(part);
  if (/^[1-9]$/.test(key)) return FIELDS[Number(key) - 1];
  return LABEL_KEYS.find(([, keys]) => keys.includes(key))?.[0];
}

export function splitEntries(text: string): readonly string[] {
  return text
    .split(/[\n、，;；]/u)
    .map((entry) => entry.trim())
    .filter((entry) => !isNothing(entry));
}

/** Web addresses in a cell, without the words around them. */
export function readUrls(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[!-~]+/giu) ?? [];
  return [...new Set(found.map((url) => url.replace(/[)>\]"',.;]+$/u, "")).filter((url) => URL.canParse(url)))];
}
