/**
 * Eras of the Japanese calendar (元号) since 明治, with their first days.
 *
 * Source: the era names act (元号法) and the ordinances that began each era. 明治 reaches back to the first day of
 * its year by the edict of its proclamation. Days before 1873, when Japan took the Gregorian calendar, are read as
 * Gregorian days: no document of the platform goes back that far.
 */

export const ERA_NAMES = ["明治", "大正", "昭和", "平成", "令和"] as const;
export type EraName = (typeof ERA_NAMES)[number];

export type Era = Readonly<{
  name: EraName;
  /** H in H7. */
  letter: string;
  /** ISO day. */
  firstDay: string;
  /** ISO day before the next era began; null for the era that runs. */
  lastDay: string | null;
}>;

export const ERAS: readonly Era[] = [
  { name: "明治", letter: "M", firstDay: "1868-01-25", lastDay: "1912-07-29" },
  { name: "大正", letter: "T", firstDay: "1912-07-30", lastDay: "1926-12-24" },
  { name: "昭和", letter: "S", firstDay: "1926-12-25", lastDay: "1989-01-07" },
  { name: "平成", letter: "H", firstDay: "1989-01-08", lastDay: "2019-04-30" },
  { name: "令和", letter: "R", firstDay: "2019-05-01", lastDay: null },
];

/** @param sign a name (平成) or a letter (H). */
export function findEra(sign: string): Era | undefined {
  return ERAS.find(({ name, letter }) => name === sign || letter === sign);
}

/** The era in which an ISO day lies; undefined before 明治. */
export function eraOfDay(day: string): Era | undefined {
  return ERAS.findLast(({ firstDay }) => firstDay <= day);
}

export function firstYear(era: Era): number {
  return Number(era.firstDay.slice(0, 4));
}

/** Western year of an era year, or null when the era has no such year (平成40年). */
export function westernYear(era: Era, eraYear: number): number | null {
  const year = firstYear(era) + eraYear - 1;
  const last = era.lastDay === null ? LAST_READABLE_YEAR : Number(era.lastDay.slice(0, 4));
  return eraYear >= 1 && year <= last ? year : null;
}

/** 平成元, 平成20: the first year of an era is 元年. */
export function nameEraYear(era: Era, western: number): string {
  const eraYear = western - firstYear(era) + 1;
  return `${era.name}${eraYear === 1 ? "元" : eraYear}`;
}

/** The running era is open; a year beyond this is a slip of the pen, not a plan. */
export const LAST_READABLE_YEAR = 2117;
