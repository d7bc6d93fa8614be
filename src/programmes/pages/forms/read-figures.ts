/** Reads the rows of figures and of people into the numbers of an entry. */
import { parseQuantity } from "../../../kernel/quantity.ts";
import { peopleWords } from "../../messages.ja.ts";
import { DIRECTIONS, type PeopleCount, type YearQuantity } from "../../programme-year.ts";
import { dateTold, type EntryReading, orNull, plainNumber, required } from "./entry-reading.ts";
import type { PlacedRow } from "./form-rows.ts";
import { readAsOfDate, readDate } from "./read-date.ts";
import { readCountry } from "./read-items.ts";

type Belongs = Readonly<{ item: string | null; subsetOf: string | null }>;

export function readQuantity(
  placed: PlacedRow,
  was: YearQuantity | undefined,
  belongs: Belongs,
  reading: EntryReading,
): YearQuantity {
  if (was !== undefined && placed.isUntouched) return { ...was, ...belongs };
  const { row, at } = placed;
  const { fiscalYear } = reading.base;
  const said = readNumber(placed, was, reading);
  const asOf = readAsOfDate(row.asOf ?? "", was?.asOf ?? null, fiscalYear, dateTold(reading, at("asOf")));
  const period = readDate(row.period ?? "", was?.period ?? null, fiscalYear, dateTold(reading, at("period")));
  if (asOf !== null && period !== null && (was?.asOf == null || was.period === null)) {
    reading.problems.push({ field: at("period"), code: "as_of_and_period", text: "" });
  }
  return {
    ...{ label: required(placed, "label", reading), value: said.value, range: said.range, unit: said.unit },
    ...{ isApproximate: said.isApproximate, asOf, period, subsetOf: belongs.subsetOf, plan: readPlan(row.plan) },
    ...{ item: belongs.item, asPrinted: printedNumber(placed, was, said) },
  };
}

export function readPlan(text: string | undefined): boolean | null {
  return text === "plan" ? true : text === "actual" ? false : null;
}

type SaidNumber = Pick<YearQuantity, "value" | "range" | "unit" | "isApproximate">;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** 1,983 and 10～20; 約30名 and 30人以上 say more in the one field, and that is taken as said. */
function readNumber(placed: PlacedRow, was: YearQuantity | undefined, { problems }: EntryReading): SaidNumber {
  const text = placed.row.value ?? "";
  const unit = orNull(placed.row.unit);
  const isApproximate = placed.row.approximate === "yes";
  if (was !== undefined && text === openedValue(was)) {
    return { value: was.value, range: was.range, unit, isApproximate };
  }
  const tell = (code: "number_not_read" | "number_negative" | "range_reversed") =>
    problems.push({ field: placed.at("value"), code, text });
  const ends = plainNumber(text).split(/[~〜～]/u);
  if (text !== "" && ends.length <= 2 && ends.every((end) => end === "" || NUMBER.test(end)) && ends.join("") !== "") {
    if (ends.some((end) => end.startsWith("-"))) tell("number_negative");
    const [from = null, to = null] = ends.map((end) => (end === "" ? null : Number(end)));
    if (ends.length === 1) return { value: from, range: null, unit, isApproximate };
    if (from !== null && to !== null && from > to) tell("range_reversed");
    return { value: null, range: { from, to }, unit, isApproximate };
  }
  const read = parseQuantity(text);
  if (!read.ok || read.value.subsetOf !== null) {
    tell(!read.ok && read.problem.code === "quantity_reversed" ? "range_reversed" : "number_not_read");
    return { value: null, range: null, unit, isApproximate };
  }
  const { amount } = read.value;
  return {
    ...(amount.kind === "value" ? { value: amount.value, range: null } : { value: null, range: rangeOf(amount) }),
    ...{ unit: unit ?? read.value.unit, isApproximate: isApproximate || read.value.isApproximate },
  };
}

function rangeOf({ from, to }: Readonly<{ from: number | null; to: number | null }>) {
  return { from, to };
}

function openedValue({ value, range }: YearQuantity): string {
  const end = (number: number | null) => (number === null ? "" : String(number));
  return value !== null ? end(value) : range === null ? "" : `${end(range.from)}～${end(range.to)}`;
}

/** The wording of the source stays while the number is the one it words; an own wording counts first. */
function printedNumber({ row }: PlacedRow, was: YearQuantity | undefined, said: SaidNumber): string {
  const typed = row.asPrinted ?? "";
  const isSame =
    was !== undefined &&
    [was.value, was.range?.from, was.range?.to, was.unit, was.isApproximate].join() ===
      [said.value, said.range?.from, said.range?.to, said.unit, said.isApproximate].join();
  if (isSame || typed !== (was?.asPrinted ?? "")) return typed;
  const text = row.value ?? "";
  const unit = said.unit !== null && !text.endsWith(said.unit) ? said.unit : "";
  return `${said.isApproximate && /^\d/u.test(text.normalize("NFKC")) ? "約" : ""}${text}${unit}`;
}

export function readPeople(placed: PlacedRow, was: PeopleCount | undefined, reading: EntryReading): PeopleCount {
  if (was !== undefined && placed.isUntouched) return was;
  const { row, at } = placed;
  const direction = DIRECTIONS.find((known) => known === row.direction) ?? null;
  if (direction === null && was?.direction !== null) {
    reading.problems.push({ field: at("direction"), code: "direction_missing", text: "" });
  }
  const place = orNull(row.place);
  const count = readCount(placed, was, reading);
  const isSameCount = was !== undefined && was.count === count;
  const typed = row.asPrinted ?? "";
  return {
    ...{ direction, label: orNull(row.label) ?? peopleWords[direction ?? "received"], place },
    country: readCountry(placed, place, was === undefined ? null : [was.place, was.country], reading),
    ...{ count, plan: readPlan(row.plan) },
    asPrinted: isSameCount || typed !== (was?.asPrinted ?? "") ? typed : (row.count ?? ""),
  };
}

function readCount({ row, at }: PlacedRow, was: PeopleCount | undefined, { problems }: EntryReading): number {
  const said = row.count ?? "";
  if (was !== undefined && said === String(was.count)) return was.count;
  const text = plainNumber(said).replace(/[人名]$/u, "");
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  problems.push({ field: at("count"), code: text.startsWith("-") ? "number_negative" : "count_not_whole", text: said });
  return 0;
}
