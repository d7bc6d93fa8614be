/**
 * Reads dates and periods out of a text: what `date-notation` recognised becomes a PartialDate or a problem.
 *
 * Narrow on purpose: what cannot be a date (平成40年, 2月30日, 平成元年1月3日, which was still a day of 昭和) is a problem with a
 * stable code, never a guess. Where an era year and a western year disagree, both are kept in `conflict` and the date
 * follows the era year.
 */
import { daysInMonth, isoDay, type Span, spanOfFiscalYear, spanOfMonth, spanOfYear } from "./calendar.ts";
import { findNotation, type Notation, readElided, readNotationAt } from "./date-notation.ts";
import { type Era, LAST_READABLE_YEAR, westernYear } from "./era.ts";
import { type Outcome, refuse, succeed } from "./outcome.ts";
import type { PrintedText } from "./printed-text.ts";

export type Precision = "day" | "month" | "year" | "fiscalYear" | "none";
export type YearConflict = Readonly<{ eraYear: string; westernYear: string }>;

export type PartialDate = Readonly<{
  /** First day, ISO; null when a period has no printed beginning (～平成6年). */
  from: string | null;
  /** Last day, ISO; null when a period has no printed end (平成5年～). */
  to: string | null;
  precision: Precision;
  asPrinted: string;
  conflict: YearConflict | null;
}>;

export type DateProblem = Readonly<{
  code:
    | "date_empty"
    | "date_not_recognised"
    | "era_year_out_of_range"
    | "date_outside_era"
    | "year_out_of_range"
    | "month_out_of_range"
    | "day_out_of_range"
    | "period_reversed";
  /** The wording that could not be read. */
  text: string;
}>;

export type DateReading = Readonly<{ start: number; end: number; outcome: Outcome<PartialDate, DateProblem> }>;

const FIRST_READABLE_YEAR = 1500;

const periodSign = / *(?:[~〜–—―-]|から) */uy;
const untilSign = / *まで/uy;

/** The first date or period at or after `from`; places count in `plain`. */
export function findDate({ plain, quote }: PrintedText, from: number): DateReading | null {
  const found = findNotation(plain, from);
  if (found === null) return null;
  const start = found.notation;
  const sign = matchAt(periodSign, plain, start.end);
  const end = sign === null ? null : readPeriodEnd(plain, start.end + sign.length, start);
  if (end !== null) {
    const stop = end.end + (matchAt(untilSign, plain, end.end)?.length ?? 0);
    const printed = quote(start.start, stop);
    const beginning = !found.isShort ? start : { ...start, isFiscalYear: end.isFiscalYear };
    return { start: start.start, end: stop, outcome: toPeriod(beginning, end, printed) };
  }
  if (sign !== null && /[~〜]/u.test(sign)) return openEnd(start, start.end + sign.trimEnd().length, quote);
  const leading = /[~〜] *$/u.exec(plain.slice(from, start.start));
  if (leading !== null) return openBeginning(start, from + leading.index, quote);
  const printed = quote(start.start, start.end);
  return { start: start.start, end: start.end, outcome: readNotation(start, printed) };
}

type Quote = (start: number, end: number) => string;

function openEnd(start: Notation, end: number, quote: Quote): DateReading {
  const asPrinted = quote(start.start, end);
  const read = readNotation(start, asPrinted);
  const outcome = read.ok ? succeed({ ...read.value, to: null }) : read;
  return { start: start.start, end, outcome };
}

function openBeginning(last: Notation, start: number, quote: Quote): DateReading {
  const read = readNotation(last, quote(start, last.end));
  const outcome = read.ok ? succeed({ ...read.value, from: null }) : read;
  return { start, end: last.end, outcome };
}

function readPeriodEnd(plain: string, at: number, start: Notation): Notation | null {
  return readNotationAt(plain, at) ?? readElided(plain, at, start);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function toPeriod(start: Notation, end: Notation, asPrinted: string): Outcome<PartialDate, DateProblem> {
  const first = readNotation(start, asPrinted);
  if (!first.ok) return first;
  const last = readNotation(end, asPrinted);
  if (!last.ok) return last;
  const { from } = first.value;
  const { to } = last.value;
  if (from !== null && to !== null && from > to) return refuse({ code: "period_reversed", text: asPrinted });
  const precision = coarser(first.value.precision, last.value.precision);
  return succeed({ from, to, precision, asPrinted, conflict: first.value.conflict ?? last.value.conflict });
}

const COARSENESS: readonly Precision[] = ["day", "month", "year", "fiscalYear", "none"];

function coarser(a: Precision, b: Precision): Precision {
  return COARSENESS.indexOf(a) > COARSENESS.indexOf(b) ? a : b;
}

export function readNotation(notation: Notation, asPrinted: string): Outcome<PartialDate, DateProblem> {
  const { era, eraYear, western } = notation;
  const byEra = era === null || eraYear === null ? null : westernYear(era, eraYear);
  if (era !== null && byEra === null) return refuse({ code: "era_year_out_of_range", text: asPrinted });
  const year = byEra ?? western;
  if (year === null || year < FIRST_READABLE_YEAR || year > LAST_READABLE_YEAR) {
    return refuse({ code: "year_out_of_range", text: asPrinted });
  }
  const { month, day } = notation;
  if (month !== null && (month < 1 || month > 12)) return refuse({ code: "month_out_of_range", text: asPrinted });
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) {
    return refuse({ code: "day_out_of_range", text: asPrinted });
  }
  const { span, precision } = spanOf(year, notation);
  if (era !== null && precision !== "fiscalYear" && isOutside(era, span)) {
    return refuse({ code: "date_outside_era", text: asPrinted });
  }
  const isConflict = byEra !== null && western !== null && byEra !== western;
  const conflict = isConflict ? { eraYear: String(byEra), westernYear: String(western) } : null;
  return succeed({ ...span, precision, asPrinted, conflict });
}

function spanOf(year: number, { month, day, isFiscalYear }: Notation): { span: Span; precision: Precision } {
  if (isFiscalYear) return { span: spanOfFiscalYear(year), precision: "fiscalYear" };
  if (month === null) return { span: spanOfYear(year), precision: "year" };
  if (day === null) return { span: spanOfMonth(year, month), precision: "month" };
  const only = isoDay(year, month, day);
  return { span: { from: only, to: only }, precision: "day" };
}

function isOutside(era: Era, { from, to }: Span): boolean {
  return to < era.firstDay || (era.lastDay !== null && from > era.lastDay);
}
