/**
 * Numbers inside a sentence: 下記３クラブ, 相談件数　延べ345件（うち外国人210件）, ALT 24名（アメリカ10名、…）, 1,000人以上.
 *
 * Named by the word before them, else by their unit. A number that counts nothing (第24回, ３期目, 18日) is none.
 */
import { findCountry } from "../../kernel/country.ts";
import type { YearQuantity } from "../programme-year.ts";
import { readAsOf } from "./as-of.ts";
import {
  type FigureContext,
  type Figures,
  isCountedKey,
  NO_FIGURES,
  readLabelledFigures,
  readNumber,
  withBracket,
} from "./figures.ts";
import { labels } from "./messages.ja.ts";

const UNIT =
  "名|人|件|回|団体|クラブ|校|社|か国|カ国|ヶ国|自治体|都市|市町村|組|世帯|冊|部|か所|カ所|ヶ所|箇所|言語|在外県人会|県人会|千円|百万円|万円|億円|円";
const DIGITS = "[\\d０-９](?:[\\d０-９,，]*|(?: [\\d０-９](?![\\d０-９]))+)";
const AFTER = "(?:程度|以上|以下|以内|前後|余り?|ほど)";
const COUNT = new RegExp(
  `(?:約|およそ|延べ|のべ|総勢)?\\s*${DIGITS}(?:\\s*[~～〜]\\s*${DIGITS})?\\s*(?:${UNIT})${AFTER}?(?!目|生|前|間)(?:\\s*[（(][^（）()]*[）)])?`,
  "gu",
);
/** Numbers that count nothing: 第24回, ３期目, １階, 18日. */
const ORDINAL = /第\s*[\d０-９]+\s*[回期号次]|[\d０-９]+\s*(?:期目|年目|階|周年|月|日|年|時|分|番)/gu;
const NOUN = /(?:その他|[\p{Script=Han}\p{Script=Katakana}A-Za-zＡ-Ｚー]+)$/u;
/** ３年に１回 says how often, and counts nothing. */
const IS_RECURRENCE = /年(?:に|ごとに)\s*$/u;
const NO_NAME = /^(?:下記|上記|計|合計|全|各|同|約|総数|延べ|延|総勢|年間|年|月|内訳)$/u;

/** What a key counts; where its value is neither a number nor a list of numbers, the numbers inside it. */
export function readKeyedFigures(label: string, value: string, context: FigureContext): Figures {
  const read = readLabelledFigures(label, value, context);
  if (read.quantities.length + read.people.length > 0) return read;
  const inside = readCountsInText(value, context, label);
  return inside.quantities.length + inside.people.length > 0 ? inside : read;
}

/** @param ownName for a number that no word names: the key in front of all of them. */
export function readCountsInText(text: string, context: FigureContext, ownName: string | null = null): Figures {
  const masked = text.replace(ORDINAL, (found) => "\u{0}".repeat(found.length));
  const all: Figures[] = [];
  let total: string | null = null;
  for (const match of masked.matchAll(COUNT)) {
    const before = masked.slice(0, match.index);
    if (IS_RECURRENCE.test(text.slice(0, match.index))) continue;
    const printed = text.slice(match.index, match.index + match[0].length);
    const read = readCount({ printed, before, text, ...partsOf(printed) }, context, ownName, total);
    if (read === null) continue;
    total = read.quantities[0]?.subsetOf ?? read.quantities[0]?.label ?? null;
    all.push(read);
  }
  return {
    ...NO_FIGURES,
    quantities: withLastAsOf(all.flatMap(({ quantities }) => quantities)),
    people: all.flatMap(({ people }) => people),
    unknownCountries: all.flatMap(({ unknownCountries }) => unknownCountries),
  };
}

/** 表敬訪問１回、隊員６名（７月末現在）: the day at the end of a line goes for all of its numbers. */
function withLastAsOf(quantities: readonly YearQuantity[]): readonly YearQuantity[] {
  const asOf = quantities.at(-1)?.asOf ?? null;
  if (asOf === null || quantities.some((one, index) => one.asOf !== null && index < quantities.length - 1))
    return quantities;
  return quantities.map((one) => ({ ...one, asOf, plan: one.plan ?? false }));
}

type Found = Readonly<{
  /** With its bracket. */
  printed: string;
  before: string;
  text: string;
  number: string;
  digits: string;
  unit: string;
  inside: string | null;
}>;

function partsOf(printed: string): Pick<Found, "number" | "digits" | "unit" | "inside"> {
  const bracket = /\s*[（(][^（）()]*[）)]$/u.exec(printed)?.[0] ?? "";
  const number = printed.slice(0, printed.length - bracket.length).trim();
  const unit = new RegExp(`(?:${UNIT})(?=${AFTER}?$)`, "u").exec(number)?.[0] ?? "";
  const digits = number.replaceAll(" ", "");
  return { number, digits, unit, inside: bracket === "" ? null : bracket.trim().slice(1, -1).trim() };
}

function readCount(found: Found, context: FigureContext, ownName: string | null, total: string | null): Figures | null {
  const { printed, before, text, number: asPrinted, digits, unit, inside } = found;
  const isNoun = unit.length > 2 && unit.endsWith("会");
  const name = nameBefore(before, isNoun ? "" : unit, ownName) ?? nameOfUnit(unit);
  const asOf = inside === null ? null : readAsOf(inside, context.fiscalYear);
  const number = readNumber(isNoun ? digits.replace(unit, "") : digits, name, context, asPrinted, asOf);
  if (number === null) return null;
  const planned = { ...number, plan: /予定|計画|見込/u.test(text) ? true : number.plan };
  const isInner = total !== null && /(?:うち|内)[\p{Script=Han}\p{Script=Katakana}]*\s*$/u.test(before);
  if (isInner) return { ...NO_FIGURES, quantities: [{ ...planned, label: `${total}（${name}）`, subsetOf: total }] };
  const country = /^[名人]$/u.test(unit) ? findCountry(name) : undefined;
  if (country !== undefined && planned.value !== null) return ofCountry(planned, name, country.code, context, ownName);
  const { people, ...figures } = withBracket(planned, inside, context, printed.trim());
  // Without a country in the bracket it is the sentence that says whether people came or went.
  return { ...figures, people: people.filter(({ place }) => place !== null) };
}

/** アメリカ　45名 in a list of countries. */
function ofCountry(
  { value, plan, asPrinted }: YearQuantity,
  place: string,
  country: string,
  { direction }: FigureContext,
  ownName: string | null,
): Figures {
  const said = /派遣/u.test(ownName ?? "")
    ? "sent"
    : /受入|研修員|留学生/u.test(ownName ?? "")
      ? "received"
      : direction;
  const label = ownName ?? labels.people;
  return { ...NO_FIGURES, people: [{ direction: said, label, place, country, count: value ?? 0, plan, asPrinted }] };
}

function nameOfUnit(unit: string): string {
  if (/^[名人]$/u.test(unit)) return labels.people;
  return unit === "回" ? labels.times : unit === "件" ? labels.cases : unit;
}

/** The word that ends before the number, a gap between them allowed; null when there is none. */
function nameBefore(before: string, unit: string, ownName: string | null): string | null {
  const rate = /(?<every>月|年)$/u.exec(before)?.groups?.every;
  if (rate !== undefined) return rate === "月" ? labels.perMonth : labels.perYear;
  if (unit === "") return null;
  const name = NOUN.exec(before.trimEnd())?.[0] ?? "";
  const isGeneral = name === "" || NO_NAME.test(name) || isCountedKey(unit);
  if (!isGeneral) return name;
  return ownName === null ? null : /(?:ほか|他)\s*$/u.test(before) ? `${ownName}（ほか）` : ownName;
}
