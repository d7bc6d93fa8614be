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
const BEFORE = "(?:約|およそ|延べ|のべ|総勢|計)";
const DIGITS = "[\\d０-９][\\d０-９,，]*";
const AFTER = "(?:程度|以上|以下|以内|前後|余り?|ほど)";
const PART = new RegExp(
  `^(?<name>[^\\d０-９]*?)\\s*(?<count>${BEFORE}?\\s*[-−△▲]?\\s*${DIGITS}(?:\\s*[~～〜]\\s*${DIGITS})?\\s*(?:名|人|組|校|団体|社|件|回|か国|カ国|クラブ)${AFTER}?)$`,
  "u",
);

/** Whether what stands behind this key has to be a number. */
export function isCountedKey(label: string): boolean {
  return COUNTED.test(label);
}

/** A line with a key: `label` and what stands behind the colon. */
export function readLabelledFigures(label: string, value: string, context: FigureContext): Figures {
  const [main = "", ...notes] = closeNumbers(value).split(/(?=※)/u);
  const { before, inside } = splitTrailingBracket(main.trim());
  const asOf =
    readAsOf(notes.join(""), context.fiscalYear) ?? (inside === null ? null : readAsOf(inside, context.fiscalYear));
  const whole = readNumber(before, label, context, main.trim(), asOf);
  if (whole !== null) return withBracket(whole, inside, context, main.trim());
  const parts = readParts(main) ?? readParts(before);
  if (parts !== null) return ofParts(parts, label, context, value.trim());
  return COUNTED.test(label) && /\S/u.test(before) ? { ...NO_FIGURES, unread: [`${label}：${value}`] } : NO_FIGURES;
}

/** Negative numbers do not exist in print except by mistake; they are read so that a check can say so. */
export function readNumber(
  text: string,
  label: string,
  context: FigureContext,
  asPrinted: string,
  asOf: StatedDate | null,
): YearQuantity | null {
  const negative = /^[-−△▲]\s*(?=[\d０-９])/u.exec(text);
  const counted = /^(?:延べ|のべ|総勢|計)\s*/u.exec(text)?.[0] ?? negative?.[0] ?? "";
  const outcome = parseQuantity(text.slice(counted.length));
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

export function withBracket(
  whole: YearQuantity,
  inside: string | null,
  context: FigureContext,
  asPrinted: string,
): Figures {
  const base = { ...NO_FIGURES, quantities: [whole], people: [] };
  const parts = inside === null ? null : readParts(inside.replace(/^(?:内訳|うち|内)\s*[：:、，]\s*/u, ""));
  if (inside !== null && isOfCountry(inside, whole)) {
    const part = { name: inside.trim(), count: `${whole.value}${whole.unit ?? ""}`, inside: null };
    return { ...base, ...peopleByCountry([part], whole.label, context, whole.asPrinted) };
  }
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

/** ２名（マレーシア）: all of them are from there. */
function isOfCountry(inside: string, { value, unit }: YearQuantity): boolean {
  return value !== null && PEOPLE_UNIT.test(unit ?? "") && findCountry(inside.trim()) !== undefined;
}

/** Without a breakdown, people of an item that sends or receives still count, with the programme's one country. */
function withPeople(figures: Figures, whole: YearQuantity, context: FigureContext): Figures {
  const own = /^(?:人数|人員)$/u.test(whole.label) ? context.direction : null;
  const direction = /受入/u.test(whole.label) ? "received" : /派遣/u.test(whole.label) ? "sent" : own;
  if (direction === null || whole.value === null || !PEOPLE_UNIT.test(whole.unit ?? "")) return figures;
  const { label, value: count, plan, asPrinted } = whole;
  return { ...figures, people: [{ direction, label, place: null, country: context.country, count, plan, asPrinted }] };
}

/** `inside` is a bracket behind the number: 中学生16人（男子6人）. */
type Part = Readonly<{ name: string; count: string; inside: string | null }>;

/** Only when every part is a name and a number, else null. */
function readParts(text: string): readonly Part[] | null {
  const pieces = text
    .replace(/及び|並びに|(?<=[名人])と/gu, "、")
    .split(/(?:[、・]|[，,](?![\d０-９]{3}))(?![^（(]*[）)])/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const parts = pieces.flatMap((piece) => {
    const { before, inside } = splitTrailingBracket(piece);
    const groups = PART.exec(before)?.groups;
    return groups === undefined
      ? []
      : [{ name: (groups.name ?? "").trim(), count: (groups.count ?? "").trim(), inside }];
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

/** 人数：県内高校生２名及び引率教員１名: each with its own name, and with what its own bracket says. */
function ofParts(parts: readonly Part[], label: string, context: FigureContext, asPrinted: string): Figures {
  if (parts.some(({ name }) => findCountry(name) !== undefined)) {
    return { ...NO_FIGURES, ...peopleByCountry(parts, label, context, asPrinted) };
  }
  const quantities = parts.flatMap(({ name, count, inside }) => {
    const asOf = inside === null ? null : readAsOf(inside, context.fiscalYear);
    const whole = readNumber(count, `${label} ${name}`.trim(), context, asPrinted, asOf);
    return whole === null ? [] : [{ whole, name, inside }];
  });
  const { direction, country, plan } = context;
  const people = quantities.flatMap(({ name, whole }): readonly PeopleCount[] => {
    if (direction === null || whole.value === null || !PEOPLE_UNIT.test(whole.unit ?? "")) return [];
    const own = name === "" ? label : name;
    return [{ direction, label: own, place: null, country, count: whole.value, plan, asPrinted }];
  });
  const inner = quantities.flatMap(({ whole, inside }) => withBracket(whole, inside, context, asPrinted).quantities);
  return { ...NO_FIGURES, quantities: inner, people };
}

const SPACED_DIGITS = /(?<![\d０-９])[\d０-９](?: ?[，,]? ?[\d０-９](?![\d０-９]))+/gu;

/** １ ０ ，５ ０ ０ 千 円 → １０，５００千円: digits set one by one belong together. */
function closeNumbers(text: string): string {
  return text
    .replace(SPACED_DIGITS, (digits) => digits.replaceAll(" ", ""))
    .replace(/(?<=[\d０-９千万億]) +(?=[千万億]? *[円名人件回])/gu, "")
    .replace(/(?<=[千万億]) +(?=円)/gu, "");
}
