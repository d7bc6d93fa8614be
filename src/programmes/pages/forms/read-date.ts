/**
 * A date or period typed into a form. What says no day, month or year (昭和50年代, 秋ごろ) is kept as words, after the
 * person has seen that; a day that no calendar has is refused.
 */
import type { FiscalYear } from "../../../kernel/fiscal-year.ts";
import { findEventDates, type SaidWeekday } from "../../event-dates.ts";
import { readAsOf } from "../../report-layout/as-of.ts";
import type { StatedDate } from "../../stated-date.ts";

export type DateProblemCode = "several_dates" | "date_impossible";
export type DateDoubt =
  | Readonly<{ kind: "weekday"; weekday: SaidWeekday }>
  | Readonly<{ kind: "date_as_words"; text: string }>;

export type DateTold = Readonly<{
  problem: (code: DateProblemCode, text: string) => void;
  doubt: (doubt: DateDoubt) => void;
}>;

/**
 * @param was what is saved: the same wording stays the same date.
 * @param fiscalYear of the column, to which a month without a year belongs; null outside of one.
 */
export function readDate(
  text: string,
  was: StatedDate | null,
  fiscalYear: FiscalYear | null,
  told: DateTold,
): StatedDate | null {
  if (text === (was?.asPrinted ?? "")) return was;
  if (text === "") return null;
  const { dates: found, problems } = findEventDates(text, fiscalYear);
  const dates = found.filter(({ end }) => !/^\s*代/u.test(text.slice(end))); // 昭和50年代 is no year
  const [only] = dates;
  const [wrong] = problems;
  if (dates.length > 1) told.problem("several_dates", text);
  else if (only === undefined && wrong !== undefined) told.problem("date_impossible", wrong.text);
  else if (only === undefined) told.doubt({ kind: "date_as_words", text });
  for (const weekday of only?.wrongWeekdays ?? []) told.doubt({ kind: "weekday", weekday });
  return only === undefined || dates.length > 1 ? inWords(text) : { ...only.date, asPrinted: text };
}

/** 令和6年12月末 is the last day of the month, not the month. */
export function readAsOfDate(
  text: string,
  was: StatedDate | null,
  fiscalYear: FiscalYear,
  told: DateTold,
): StatedDate | null {
  if (text === (was?.asPrinted ?? "")) return was;
  const day = readAsOf(/現在|時点/u.test(text) ? text : `${text}現在`, fiscalYear);
  const isOne = findEventDates(text, fiscalYear).dates.length === 1;
  const read = readDate(text, was, fiscalYear, told);
  return day === null || !isOne ? read : { ...day, asPrinted: text };
}

function inWords(asPrinted: string): StatedDate {
  return { asPrinted, date: null, from: null, to: null, precision: "none", conflict: null };
}
