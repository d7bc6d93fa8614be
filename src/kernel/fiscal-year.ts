/**
 * FiscalYear (年度): April to March, named by the calendar year in which it begins. 年度 is not 年: March 2024 belongs to
 * 令和5年度.
 */
import { type Span, spanOfFiscalYear } from "./calendar.ts";
import { type Outcome, refuse, succeed } from "./outcome.ts";
import { formatWareki, parsePartialDate } from "./partial-date.ts";

/** Calendar year of its first day, 2023 for 令和5年度. */
export type FiscalYear = number;

export type FiscalYearProblem = Readonly<{ code: "fiscal_year_not_recognised" | "fiscal_year_conflict"; text: string }>;

/** Reads 令和5年度, R5年度, 2023年度, 令和5（2023）年度; a year without 年度 (令和5年, 2023) is no fiscal year. */
export function parseFiscalYear(text: string): Outcome<FiscalYear, FiscalYearProblem> {
  const date = parsePartialDate(text);
  const year = date.ok && date.value.precision === "fiscalYear" ? firstYearOf(date.value) : null;
  if (!date.ok || year === null) return refuse({ code: "fiscal_year_not_recognised", text });
  return date.value.conflict === null ? succeed(year) : refuse({ code: "fiscal_year_conflict", text });
}

/** Of a single fiscal year; a period over several has no one first year. */
function firstYearOf({ from, to }: Readonly<{ from: string | null; to: string | null }>): number | null {
  if (from === null || to === null) return null;
  const year = Number(from.slice(0, 4));
  return to === spanOfFiscalYear(year).to ? year : null;
}

/** @param day ISO day. */
export function fiscalYearOf(day: string): FiscalYear {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month < 4 ? year - 1 : year;
}

/** @param day ISO day. */
export function containsDay(fiscalYear: FiscalYear, day: string): boolean {
  return fiscalYearOf(day) === fiscalYear;
}

export function spanOf(fiscalYear: FiscalYear): Span {
  return spanOfFiscalYear(fiscalYear);
}

/** 令和5年度 */
export function formatFiscalYear(fiscalYear: FiscalYear): string {
  const span = spanOfFiscalYear(fiscalYear);
  return formatWareki({ ...span, precision: "fiscalYear", asPrinted: "", conflict: null });
}
