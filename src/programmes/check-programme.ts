/**
 * What cannot be right in a programme's years, or needs a look: rules over the facts, whoever entered them.
 *
 * Nothing is corrected. A disagreement names the fiscal year and column it stands in, and the values compared.
 */
import { containsDay, type FiscalYear } from "../kernel/fiscal-year.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { postsOf, type YearColumn, type YearEntry } from "./programme-year.ts";
import { daysBetween, monthsBetween, type StatedDate } from "./stated-date.ts";

type Values = {
  result_before_start: { startFiscalYear: number };
  year_twice: Record<never, never>;
  periods_overlap: { first: string; second: string; name: string };
  date_outside_fiscal_year: { asPrinted: string; name: string };
  people_negative: { label: string; value: number };
  inner_count_larger: { label: string; value: number; total: string; totalValue: number };
  breakdown_differs: { label: string; total: number; sum: number };
  duration_contradicts: { asPrinted: string; said: number; counted: number; unit: string };
  service_year_jumps: { nationality: string; before: number; after: number; status: string };
  edition_jumps: { name: string; before: number; after: number };
};

export type DisagreementCode = keyof Values;

export type ProgrammeDisagreement = {
  [Code in DisagreementCode]: Readonly<{
    code: Code;
    fiscalYear: FiscalYear;
    column: YearColumn;
    values: Readonly<Values[Code]>;
  }>;
}[DisagreementCode];

export type DisagreementValues = Values;

export function checkProgramme(programme: ProgrammeFacts): readonly ProgrammeDisagreement[] {
  return [
    ...programme.years.flatMap((entry) => [
      ...checkStart(programme, entry),
      ...checkTwice(programme, entry),
      ...checkEvents(entry),
      ...checkNumbers(entry),
      ...checkBreakdowns(entry),
      ...checkDurations(entry),
    ]),
    ...checkService(programme.years),
    ...checkEditions(programme.years),
  ];
}

function at<Code extends DisagreementCode>({ fiscalYear, column }: YearEntry, code: Code, values: Values[Code]) {
  return { code, fiscalYear, column, values };
}

function checkStart({ startFiscalYear }: ProgrammeFacts, entry: YearEntry): readonly ProgrammeDisagreement[] {
  const start = startFiscalYear?.fiscalYear ?? null;
  if (start === null || entry.fiscalYear >= start) return [];
  return [at(entry, "result_before_start", { startFiscalYear: start })];
}

function checkTwice({ years }: ProgrammeFacts, entry: YearEntry): readonly ProgrammeDisagreement[] {
  const isSame = (other: YearEntry) => other.fiscalYear === entry.fiscalYear && other.column === entry.column;
  return years.find(isSame) === entry ? [] : [at(entry, "year_twice", {})];
}

/** Two periods of one name cannot run at the same time; other events may. */
function checkEvents(entry: YearEntry): readonly ProgrammeDisagreement[] {
  return entry.events.flatMap((event, index): readonly ProgrammeDisagreement[] => {
    const { name, date } = event;
    if (date === null) return [];
    const outside = isOutside(date, entry.fiscalYear)
      ? [at(entry, "date_outside_fiscal_year", { asPrinted: date.asPrinted, name })]
      : [];
    const other = entry.events.find(
      (one, place) => place > index && one.name === name && one.date !== null && overlap(date, one.date),
    );
    const overlaps =
      other?.date == null
        ? []
        : [at(entry, "periods_overlap", { first: date.asPrinted, second: other.date.asPrinted, name })];
    return [...outside, ...overlaps];
  });
}

function isOutside({ from, precision }: StatedDate, fiscalYear: FiscalYear): boolean {
  return from !== null && (precision === "day" || precision === "month") && !containsDay(fiscalYear, from);
}

function overlap(a: StatedDate, b: StatedDate): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  return a.from <= b.to && b.from <= a.to;
}

function checkNumbers(entry: YearEntry): readonly ProgrammeDisagreement[] {
  const negative = [
    ...entry.people.map(({ label, count }) => ({ label, value: count })),
    ...entry.quantities.map(({ label, value, range }) => ({ label, value: value ?? range?.from ?? 0 })),
  ].filter(
    ({ label, value }, index, all) =>
      value < 0 && all.findIndex((one) => one.label === label && one.value === value) === index,
  );
  const inner = entry.quantities.flatMap(({ label, value, subsetOf, item }) => {
    const total = entry.quantities.find((one) => one.label === subsetOf && one.item === item);
    const totalValue = total?.value ?? null;
    if (value === null || total === undefined || totalValue === null || value <= totalValue) return [];
    return [at(entry, "inner_count_larger", { label, value, total: total.label, totalValue })];
  });
  return [...negative.map((values) => at(entry, "people_negative", values)), ...inner];
}

/** 受入者：3名（ブラジル2名，ペルー2名）: the countries have to make the total. */
function checkBreakdowns(entry: YearEntry): readonly ProgrammeDisagreement[] {
  const groups = Map.groupBy(
    entry.people.filter(({ place }) => place !== null),
    ({ label, asPrinted }) => JSON.stringify([label, asPrinted]),
  );
  return [...groups.values()].flatMap((group) => {
    const label = group[0]?.label ?? "";
    const sum = group.reduce((total, { count }) => total + count, 0);
    const total = entry.quantities.find((one) => one.label === label && one.asPrinted === group[0]?.asPrinted)?.value;
    return total == null || total === sum ? [] : [at(entry, "breakdown_differs", { label, total, sum })];
  });
}

/** 7月19日～8月1日（全14日間）: both ends count. */
function checkDurations(entry: YearEntry): readonly ProgrammeDisagreement[] {
  return entry.quantities.flatMap(({ value, unit, period, asPrinted }) => {
    if (value === null || period?.from == null || period.to === null) return [];
    const isDays = unit === "日間" || unit === "日";
    const isMonths = /月/u.test(unit ?? "");
    if (!(isDays && period.precision === "day") && !isMonths) return [];
    const counted = isDays ? daysBetween(period.from, period.to) : monthsBetween(period.from, period.to);
    if (counted === value || (isMonths && period.precision === "day")) return [];
    return [at(entry, "duration_contradicts", { asPrinted, said: value, counted, unit: unit ?? "" })];
  });
}

/** A reappointed officer is one year further than somebody of the year before; a new one is in the first. */
function checkService(years: readonly YearEntry[]): readonly ProgrammeDisagreement[] {
  return consecutive(years).flatMap(([before, after]) =>
    postsOf(after).flatMap((post) => {
      const same = postsOf(before).filter((one) => one.nationality === post.nationality && one.title === post.title);
      const earlier = same.flatMap(({ yearOfService }) => yearOfService ?? []);
      const [[last = null], now] = [earlier, post.yearOfService];
      if (last === null || now === null) return [];
      const isRight = post.status === "new" ? now === 1 : earlier.includes(now - 1);
      if (isRight) return [];
      const values = { nationality: post.nationality, before: last, after: now, status: post.status };
      return [at(after, "service_year_jumps", values)];
    }),
  );
}

function checkEditions(years: readonly YearEntry[]): readonly ProgrammeDisagreement[] {
  return consecutive(years).flatMap(([before, after]) =>
    after.events.flatMap(({ name, edition }) => {
      const same = before.events.find((one) => bare(one.name) === bare(name) && one.edition !== null);
      const last = same?.edition ?? null;
      if (last === null || edition === null || edition === last + 1 || edition === last) return [];
      return [at(after, "edition_jumps", { name, before: last, after: edition })];
    }),
  );
}

function bare(name: string): string {
  return name.replace(/第\s*[\d０-９]+\s*回\s*/u, "");
}

/** Entries of neighbouring fiscal years, the best known column of each. */
function consecutive(years: readonly YearEntry[]): readonly (readonly [YearEntry, YearEntry])[] {
  const rank = ({ column }: YearEntry) => ["result", "plan_including_results", "plan"].indexOf(column);
  const best = [...Map.groupBy(years, ({ fiscalYear }) => fiscalYear).values()]
    .flatMap((group) => group.toSorted((a, b) => rank(a) - rank(b))[0] ?? [])
    .toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  return best.flatMap((entry, index) => {
    const next = best[index + 1];
    return next !== undefined && next.fiscalYear === entry.fiscalYear + 1 ? [[entry, next] as const] : [];
  });
}
