/**
 * Anniversaries (周年) of agreements and programmes: every tenth year, and those in between that are often kept.
 *
 * As precise as the beginning was printed: an agreement of 昭和41年 has its anniversary in a year, not on a day.
 */

import { fiscalYearOf } from "../kernel/fiscal-year.ts";
import type { PartialDate } from "../kernel/partial-date.ts";

/** An agreement with its date of signing, or a programme with its start. */
export type Beginning = Readonly<{ id: string; title: string; date: Pick<PartialDate, "from" | "precision"> }>;

export type Anniversary = Readonly<{
  id: string;
  title: string;
  /** 10, 20, 30 … */
  years: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD; for a fiscal year its first calendar year. */
  date: string;
  precision: PartialDate["precision"];
  /** Null when the year alone is known: it reaches into two fiscal years. */
  fiscalYear: number | null;
}>;

export type AnniversarySpan = Readonly<{ fromYear: number; toYear: number; every?: number }>;

/** Those whose calendar year lies in the span, in order. 29 February is kept on 28 February of a common year. */
export function listAnniversaries(
  beginnings: readonly Beginning[],
  { fromYear, toYear, every = 10 }: AnniversarySpan,
): readonly Anniversary[] {
  const found = beginnings.flatMap(({ id, title, date: { from, precision } }) => {
    if (from === null || precision === "none") return [];
    const start = Number(from.slice(0, 4));
    const years = multiples(every, fromYear - start, toYear - start);
    return years.map((count): Anniversary => {
      const day = moved(from, start + count);
      const date = day.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4);
      return { id, title, years: count, date, precision, fiscalYear: precision === "year" ? null : fiscalYearOf(day) };
    });
  });
  return found.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : b.years - a.years));
}

function multiples(every: number, from: number, to: number): readonly number[] {
  const first = Math.max(1, Math.ceil(from / every));
  const last = Math.floor(to / every);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * every);
}

function moved(day: string, year: number): string {
  const [, month = "01", of = "01"] = day.split("-");
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, "0")}-${month}-${month === "02" && of === "29" && !isLeap ? "28" : of}`;
}
