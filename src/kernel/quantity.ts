/**
 * Quantity: a number with its unit as a document prints it: 約30名, 20～30人, １，０００円, 11,349人のうち1,983人.
 *
 * A range, an estimate (約, 程度, 余り, 推定) and a part of a larger number are kept as what they are; nothing is averaged or
 * rounded. 千, 万 and 億 in front of the unit multiply (3千円 is 3000 円).
 */

import { type Outcome, refuse, succeed } from "./outcome.ts";
import type { PartialDate } from "./partial-date.ts";
import { readPrinted } from "./printed-text.ts";

export type Amount =
  | Readonly<{ kind: "value"; value: number }>
  /** Both ends count; an open end is null (30人以上 has no upper one). */
  | Readonly<{ kind: "range"; from: number | null; to: number | null }>;

export type Quantity = Readonly<{
  /** What is counted, as the document calls it; null when only the number stands there. */
  label: string | null;
  amount: Amount;
  /** 人, 円, 件 as printed, without multipliers; null when none. */
  unit: string | null;
  /** 約, 程度, 余り, 推定: the document itself calls it a rough number. */
  isApproximate: boolean;
  /** The whole of which this is a part (11,349人のうち1,983人). */
  subsetOf: number | null;
  asOf: PartialDate | null;
  period: PartialDate | null;
  /** Planned or reached; null when the document does not say. */
  standing: "plan" | "actual" | null;
  asPrinted: string;
}>;

export type QuantityProblem = Readonly<{
  code: "quantity_empty" | "quantity_not_recognised" | "quantity_reversed" | "quantity_part_larger_than_whole";
  text: string;
}>;

/** What stands around the number in the document and cannot be read from it. */
export type QuantityContext = Partial<Pick<Quantity, "label" | "asOf" | "period" | "standing">>;

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const unit = String.raw`(?:[^\d\s~〜–—,.()-]{1,8}?)`;
const rough = "約|およそ|おおよそ|推定|概ね";
const roughAfter = "程度|前後|余り|余|ほど|くらい|ぐらい|強|弱";
const one = new RegExp(`^(?<rough>${rough})? *(?<value>${number}) *(?<unit>${unit})? *(?<after>${roughAfter})?$`, "u");
const range = new RegExp(
  `^(?<rough>${rough})? *(?<from>${number}) *(?<unitFrom>${unit})? *[~〜–—-] *(?<to>${number}) *(?<unit>${unit})? *(?<after>${roughAfter})?$`,
  "u",
);
const limit = new RegExp(
  `^(?<rough>${rough})? *(?<value>${number}) *(?<unit>${unit})? *(?<limit>以上|超|以下|未満|以内)$`,
  "u",
);
const part = /^(?<whole>.+?) *(?:のうち|の内|、?うち|中) *(?<part>.+)$/u;

type Reading = Pick<Quantity, "amount" | "unit" | "isApproximate">;

export function parseQuantity(text: string, context: QuantityContext = {}): Outcome<Quantity, QuantityProblem> {
  const asPrinted = text.trim();
  if (asPrinted === "") return refuse({ code: "quantity_empty", text });
  const { plain } = readPrinted(asPrinted);
  const split = part.exec(plain)?.groups;
  const whole = split?.whole === undefined ? null : readAmount(split.whole);
  const read = readAmount(whole === null ? plain : (split?.part ?? ""));
  if (read === null || (whole !== null && whole.amount.kind === "range")) {
    return refuse({ code: "quantity_not_recognised", text: asPrinted });
  }
  if (isReversed(read.amount)) return refuse({ code: "quantity_reversed", text: asPrinted });
  const subsetOf = whole?.amount.kind === "value" ? whole.amount.value : null;
  if (subsetOf !== null && largest(read.amount) > subsetOf) {
    return refuse({ code: "quantity_part_larger_than_whole", text: asPrinted });
  }
  const { label = null, asOf = null, period = null, standing = null } = context;
  const ownUnit = read.unit ?? whole?.unit ?? null;
  return succeed({ ...read, unit: ownUnit, subsetOf, label, asOf, period, standing, asPrinted });
}

function readAmount(plain: string): Reading | null {
  const compact = plain.trim();
  return readRange(compact) ?? readLimit(compact) ?? readOne(compact);
}

function readRange(plain: string): Reading | null {
  const groups = range.exec(plain)?.groups;
  if (groups === undefined) return null;
  const last = scale(groups.to, groups.unit);
  const first = groups.unitFrom === undefined ? scale(groups.from, groups.unit) : scale(groups.from, groups.unitFrom);
  if (groups.unitFrom !== undefined && first.unit !== null && first.unit !== last.unit) return null;
  return {
    amount: { kind: "range", from: first.value, to: last.value },
    unit: last.unit,
    isApproximate: isRough(groups),
  };
}

/** 30人以上 includes 30; 未満 and 超 exclude it, which whole numbers cannot say in every unit, so they are not read. */
function readLimit(plain: string): Reading | null {
  const groups = limit.exec(plain)?.groups;
  if (groups === undefined || groups.limit === "未満" || groups.limit === "超") return null;
  const bound = scale(groups.value, groups.unit);
  const isLower = groups.limit === "以上";
  const amount = { kind: "range", from: isLower ? bound.value : null, to: isLower ? null : bound.value } as const;
  return { amount, unit: bound.unit, isApproximate: isRough(groups) };
}

function readOne(plain: string): Reading | null {
  const groups = one.exec(plain)?.groups;
  if (groups === undefined || /以上|以下|以内|未満|超|~/u.test(groups.unit ?? "")) return null;
  const { value, unit: ownUnit } = scale(groups.value, groups.unit);
  return { amount: { kind: "value", value }, unit: ownUnit, isApproximate: isRough(groups) };
}

function isRough(groups: Readonly<Record<string, string | undefined>>): boolean {
  return groups.rough !== undefined || groups.after !== undefined;
}

const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 億: 100_000_000 };

function scale(digits = "0", printedUnit = ""): Readonly<{ value: number; unit: string | null }> {
  const multipliers = /^[百千万億]+/u.exec(printedUnit)?.[0] ?? "";
  const factor = [...multipliers].reduce((product, character) => product * (MULTIPLIERS[character] ?? 1), 1);
  const rest = printedUnit.slice(multipliers.length).trim();
  const value = Number(digits.replaceAll(",", "")) * factor;
  return { value: Number(value.toPrecision(15)), unit: rest === "" ? null : rest };
}

function isReversed(amount: Amount): boolean {
  return amount.kind === "range" && amount.from !== null && amount.to !== null && amount.from > amount.to;
}

function largest(amount: Amount): number {
  return amount.kind === "value" ? amount.value : (amount.to ?? amount.from ?? 0);
}
