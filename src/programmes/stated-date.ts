/**
 * StatedDate: a date or period as a programme states it, with the datum that exports print beside it.
 *
 * `from` and `to` are days; `date` is the beginning as precise as it was printed (YYYY, YYYY-MM, YYYY-MM-DD).
 */
import { datumOf, type PartialDate } from "../kernel/partial-date.ts";

export type StatedDate = PartialDate & Readonly<{ date: string | null }>;

export function stateDate(date: PartialDate): StatedDate {
  const { asPrinted, from, to, precision, conflict } = date;
  return { asPrinted, date: datumOf(date), from, to, precision, conflict };
}

const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** 月 for 2023-07-10. */
export function weekdayOf(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

const DAY_MS = 86_400_000;

/** Days of a period, first and last included. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
}

/** Months of a period, first and last included. */
export function monthsBetween(from: string, to: string): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(to) - month(from) + 1;
}
