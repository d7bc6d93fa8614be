/**
 * Numbers of a year's text: 「利用者：11,349名（1,983名）」, 「受入者：３名（ブラジル２名，ペルー１名）」, 「下記３クラブ」.
 *
 * The printed wording stays with every number. A number in brackets without words is an inner count (内数) whose name
 * a note may give (※（ ）は外国人の内数). What should be a number and is none is handed back as unread.
 */
import { findCountry } from "../../kernel/country.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { parseQuantity } from "../../kernel/quantity.ts";
import type { Direction, PeopleCount, YearQuantity } from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";
import { readAsOf } from "./as-of.ts";
import { labels } from "./messages.ja.ts";
import { splitTrailingBracket } from "./printed-words.ts";

export type FigureContext = Readonly<{
  fiscalYear: FiscalYear;
  /** True in a plan, false in a result, null in a column that may hold both. */
  plan: boolean | null;
  item: string | null;
  direction: Direction | null;
  /** What a number in brackets counts, from a note. */
  innerName: string | null;
  /** The one country the programme is about, if there is one. */
  country: string | null;
}>;

export type Figures = Readonly<{
  quantities: readonly YearQuantity[];
  people: readonly PeopleCount[];
  unread: readonly string[];
  /** Names in a breakdown by country that are no country. */
  unknownCountries: readonly string[];
}>;

export const NO_FIGURES: Figures = { quantities: [], people: [], unread: [], unknownCountries: [] };

/** A key whose value has to be a number. */
const COUNTED =
  /(?:人数|人員|者数|件数|回数|団体数|台数|部数|会員|利用者|入居者|来場者|来館者|受入者|派遣者|参加者|研修員|受講者|数)$/u;
const PEOPLE_UNIT = /^(?:名|人)$/u;
const PART =
  /^(?<name>[^\d０-９]*?)\s*(?<count>[-−△▲]?\s*[\d０-９][\d０-９,，]*\s*(?:名|人|組|校|団体|社|件|回|か国|カ国|クラブ)(?:程度)?)$/u;

/** A line with a key: `label` and what stands behind the colon. */
export function readLabelledFigures(label: string, value: string, context: FigureContext): Figures {
  const [main = "", ...notes] = value.split(/(?=※)/u);
  const { before, inside } = splitTrailingBracket(main.trim());
  const asOf =
    readAsOf(notes.join(""), context.fiscalYear) ?? (inside === null ? null : readAsOf(inside, context.fiscalYear));
  const whole = readNumber(before, label, context, main.trim(), asOf);
  if (whole !== null) return withBracket(whole, inside, context, main.trim());
  const parts = readParts(before);
  if (parts !== null) return ofParts(parts, label, context, value.trim());
  return COUNTED.test(label) && /\S/u.test(before) ? { ...NO_FIGURES, unread: [`${label}：${value}`] } : NO_FIGURES;
}

/** Negative numbers do not exist in print except by mistake; they are read so that a check can say so. */
function readNumber(
  text: string,
  label: string,
  context: FigureContext,
  asPrinted: string,
  asOf: StatedDate | null,
): YearQuantity | null {
  const negative = /^[-−△▲]\s*(?=[\d０-９])/u.exec(text);
  const outcome = parseQuantity(negative === null ? text : text.slice(negative[0].length));
  if (!outcome.ok) return null;
  const { amount, unit, isApproximate } = outcome.value;
  if (amount.kind === "range" && negative !== null) return null;
  return {
    label,
    value: amount.kind === "value" ? (negative === null ? amount.value : -amount.value) : null,
    range: amount.kind === "range" ? { from: amount.from, to: amount.to } : null,
    ...{ unit, isApproximate, asOf, period: null, subsetOf: null, item: context.item, asPrinted },
    plan: asOf === null ? context.plan : (context.plan ?? false),
  };
}

function withBracket(whole: YearQuantity, inside: string | null, context: FigureContext, asPrinted: string): Figures {
  const base = { ...NO_FIGURES, quantities: [whole], people: [] };
  const parts = inside === null ? null : readParts(inside);
  if (parts === null || inside === null) return withPeople(base, whole, context);
  const [only] = parts;
  const isInner = parts.length === 1 && only !== undefined && (only.name === "" || /^(?:うち|内)/u.test(only.name));
  if (isInner) {
    const name = only.name.replace(/^(?:うち|内数?)[、，]?/u, "") || context.innerName;
    const label = `${whole.label}（${name ?? labels.innerCount}）`;
    const inner = readNumber(only.count, label, context, asPrinted, whole.asOf);
    return withPeople(
      inner === null
        ? base
        : { ...base, quantities: [whole, { ...inner, unit: inner.unit ?? whole.unit, subsetOf: whole.label }] },
      whole,
      context,
    );
  }
  if (!parts.some(({ name }) => findCountry(name) !== undefined)) {
    const inner = parts.flatMap(
      ({ name, count }) => readNumber(count, `${whole.label} ${name}`, context, asPrinted, whole.asOf) ?? [],
    );
    return { ...base, quantities: [whole, ...inner.map((one) => ({ ...one, subsetOf: whole.label }))] };
  }
  return { ...base, ...peopleByCountry(parts, whole.label, context, whole.asPrinted) };
}

/** Without a breakdown, people of an item that sends or receives still count, with the programme's one country. */
function withPeople(figures: Figures, whole: YearQuantity, context: FigureContext): Figures {
  const direction = /受入/u.test(whole.label) ? "received" : /派遣/u.test(whole.label) ? "sent" : null;
  if (direction === null || whole.value === null || !PEOPLE_UNIT.test(whole.unit ?? "")) return figures;
  const { label, value: count, plan, asPrinted } = whole;
  return { ...figures, people: [{ direction, label, place: null, country: context.country, count, plan, asPrinted }] };
}

type Part = Readonly<{ name: string; count: string }>;

/** Only when every part is a name and a number, else null. */
function readParts(text: string): readonly Part[] | null {
  const pieces = text.split(/[、・]|[，,](?![\d０-９]{3})|及び|並びに|(?<=[名人])と/u).map((piece) => piece.trim());
  const parts = pieces.flatMap((piece) => {
    const groups = PART.exec(piece)?.groups;
    return groups === undefined ? [] : [{ name: (groups.name ?? "").trim(), count: (groups.count ?? "").trim() }];
  });
  return parts.length === pieces.length && parts.length > 0 ? parts : null;
}

function peopleByCountry(
  parts: readonly Part[],
  label: string,
  context: FigureContext,
  asPrinted: string,
): Pick<Figures, "people" | "unknownCountries"> {
  const direction = /受入|研修員|留学生/u.test(label) ? "received" : /派遣/u.test(label) ? "sent" : context.direction;
  const people = parts.flatMap(({ name, count }): readonly PeopleCount[] => {
    const value = readNumber(count, label, context, asPrinted, null)?.value ?? null;
    const country = findCountry(name)?.code ?? null;
    return value === null
      ? []
      : [{ direction, label, place: name, country, count: value, plan: context.plan, asPrinted }];
  });
  return { people, unknownCountries: people.flatMap(({ country, place }) => (country === null ? (place ?? []) : [])) };
}

/** 人数：県内高校生２名及び引率教員１名: each with its own name. */
function ofParts(parts: readonly Part[], label: string, context: FigureContext, asPrinted: string): Figures {
  if (parts.some(({ name }) => findCountry(name) !== undefined)) {
    return { ...NO_FIGURES, ...peopleByCountry(parts, label, context, asPrinted) };
  }
  const quantities = parts.flatMap(
    ({ name, count }) => readNumber(count, `${label} ${name}`.trim(), context, asPrinted, null) ?? [],
  );
  const { direction, country, plan } = context;
  const people = parts.flatMap(({ name }, index): readonly PeopleCount[] => {
    const count = quantities[index]?.value ?? null;
    if (direction === null || count === null || !PEOPLE_UNIT.test(quantities[index]?.unit ?? "")) return [];
    return [{ direction, label: name === "" ? label : name, place: null, country, count, plan, asPrinted }];
  });
  return { ...NO_FIGURES, quantities, people };
}

const UNIT =
  "名|人|件|回|団体|クラブ|校|社|か国|カ国|ヶ国|自治体|都市|市町村|組|世帯|冊|部|か所|カ所|ヶ所|言語|在外県人会|県人会|千円|万円|億円|円";
const COUNT = new RegExp(
  `(?<rough>約|およそ)?(?<digits>[\\d０-９][\\d０-９,，]*(?:\\s*[~～〜]\\s*[\\d０-９][\\d０-９,，]*)?)\\s*(?<unit>${UNIT})(?<after>程度)?(?!目|生|前|間)`,
  "gu",
);
/** Numbers that count nothing: 第24回, ３期目, １階, 18日. */
const ORDINAL = /第\s*[\d０-９]+\s*[回期号次]|[\d０-９]+\s*(?:期目|年目|階|周年|月|日|年|時|分|番)/gu;
const NOUN = /[\p{Script=Han}\p{Script=Katakana}A-Za-zＡ-Ｚー]+$/u;
const NO_NAME = /^(?:下記|上記|計|合計|全|各|同|約|総数|延べ|延)$/u;

/** Numbers inside a sentence: named by the word before them, or by their unit. */
export function readCountsInText(text: string, context: FigureContext): readonly YearQuantity[] {
  const masked = text.replace(ORDINAL, (found) => "\u{0}".repeat(found.length));
  return [...masked.matchAll(COUNT)].flatMap(({ index, groups, 0: found }): readonly YearQuantity[] => {
    // a typesetter's gap: CIR ４名
    const before = masked.slice(0, index).replace(/(?<=\S) $/u, "");
    const rate = /(?<every>月|年)$/u.exec(before)?.groups?.every;
    const unit = groups?.unit ?? "";
    const isNoun = unit.length > 2 && unit.endsWith("会");
    const name = NOUN.exec(before)?.[0] ?? "";
    const own =
      rate !== undefined
        ? rate === "月"
          ? labels.perMonth
          : labels.perYear
        : isNoun || name === "" || NO_NAME.test(name)
          ? unit
          : name;
    const number = readNumber(
      `${groups?.rough ?? ""}${groups?.digits ?? ""}${isNoun ? "" : unit}`,
      own,
      context,
      found,
      null,
    );
    if (number === null) return [];
    const isApproximate = number.isApproximate || groups?.after !== undefined;
    return [{ ...number, isApproximate, plan: /予定|計画|見込/u.test(text) ? true : number.plan }];
  });
}
