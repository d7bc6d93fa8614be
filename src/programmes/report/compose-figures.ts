/** Lines for numbers and people of a year's cell: the wording that was entered where it says the number, else the number. */
import { countryName } from "../../kernel/country.ts";
import type { PeopleCount, YearEntry, YearQuantity } from "../programme-year.ts";
import { peopleFact, quantityFact } from "./cell-facts.ts";
import { printNumber } from "./compose-facts.ts";
import { printDate } from "./era-date.ts";
import { readLines, type YearContext } from "./read-back.ts";

type Place = Pick<YearEntry, "fiscalYear" | "column">;

/** Numbers printed together (県内高校生２名及び引率教員１名) share a line. */
export function composeFigures(
  quantities: readonly YearQuantity[],
  base: readonly string[],
  entry: YearEntry,
  context: YearContext,
): readonly string[] {
  if (quantities.length === 0) return [];
  const told = readLines(base, entry, context).quantities.map(quantityFact);
  const left = quantities.filter((one) => !told.includes(quantityFact(one)));
  const groups = [...Map.groupBy(left, (one) => groupOf(one)).values()];
  return groups.flatMap((group) => linesOfGroup(group, base, entry, context));
}

function groupOf({ asPrinted, label, subsetOf }: YearQuantity): string {
  return JSON.stringify([asPrinted, subsetOf ?? (asPrinted === "" ? label : keyOf(label))]);
}

function keyOf(label: string): string {
  return label.split(/[\s（]/u)[0] ?? label;
}

function linesOfGroup(
  group: readonly YearQuantity[],
  base: readonly string[],
  entry: YearEntry,
  context: YearContext,
): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const says = (lines: readonly string[]) => {
    const read = readLines(withLines(base, lines, entry), entry, context).quantities.map(quantityFact);
    return group.every((one) => read.includes(quantityFact(one)));
  };
  const item = first.item ?? "";
  const own = first.label.startsWith(`${item} `) ? first.label.slice(item.length + 1) : first.label;
  const asOf = group.find((one) => one.asOf !== null)?.asOf ?? null;
  const dated = asOf === null ? "" : `（${printDate(asOf)}${/現在|時点/u.test(asOf.asPrinted) ? "" : "現在"}）`;
  const candidates = [
    [`${own}：${first.asPrinted}`],
    [`${keyOf(own)}：${first.asPrinted}`],
    [`${own}：${first.asPrinted}${dated}`],
    [first.asPrinted],
    group.map((one) => `${own}：${amount(one)}${dated}`),
  ].filter((lines) => lines.every((line) => !/：$/u.test(line) && line !== ""));
  return candidates.find(says) ?? group.map((one) => `${one.label}：${amount(one)}${dated}`);
}

/** Notes stand last: what they say of all numbers (※12月末現在) goes for these as well. */
function withLines(base: readonly string[], lines: readonly string[], { notes }: YearEntry): readonly string[] {
  return [...base.slice(0, base.length - notes.length), ...lines, ...notes];
}

function amount({ value, range, unit, isApproximate }: YearQuantity): string {
  const digits = (one: number | null) => (one === null ? "" : printNumber(one));
  const number = range === null ? digits(value) : `${digits(range.from)}～${digits(range.to)}`;
  return `${isApproximate ? "約" : ""}${number}${unit ?? ""}`;
}

/** 受入者：ブラジル2名，ペルー1名. */
export function composePeople(people: readonly PeopleCount[], entry: Place, context: YearContext): readonly string[] {
  const groups = [...Map.groupBy(people, ({ label, direction }) => JSON.stringify([label, direction])).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { words } = context;
    const counted = group.map(({ place, country, count }) => {
      const where = place ?? (country === null ? "" : countryName(country, "ja"));
      return `${where}${count}${words.persons}`;
    });
    const printed = [...new Set(group.map(({ asPrinted }) => asPrinted))].filter((text) => text !== "");
    const candidates = [
      ...printed.map((text) => `${first.label}：${text}`),
      `${first.label}：${counted.join("，")}`,
      ...(first.direction === null ? [] : [`${words.people[first.direction]}：${counted.join("，")}`]),
    ];
    const wanted = group.map(peopleFact);
    const says = (line: string) => {
      const read = readLines([line], { ...entry }, context).people.map(peopleFact);
      return wanted.every((one) => read.includes(one));
    };
    return [candidates.find(says) ?? candidates.at(-1) ?? ""];
  });
}
