/**
 * PartialDate: a date as precise as it was printed (a month-only date is a month), with the printed wording beside it.
 *
 * A period has a first and a last day; `precision` says how exactly its ends were printed (of two different
 * precisions, the coarser). Reading is strict, see `date-reading`; printing 和暦 and reading it again gives the same date.
 */
import { type Span, spanOfFiscalYear, spanOfMonth, spanOfYear } from "./calendar.ts";
import type { Notation } from "./date-notation.ts";
import { type DateProblem, findDate, type PartialDate, type Precision, readNotation } from "./date-reading.ts";
import { eraOfDay, nameEraYear } from "./era.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { readPrinted } from "./printed-text.ts";

export type { DateProblem, PartialDate, Precision, YearConflict } from "./date-reading.ts";

/** The whole text is one date or one period. */
export function parsePartialDate(text: string): Outcome<PartialDate, DateProblem> {
  const asPrinted = text.trim();
  if (asPrinted === "") return refuse({ code: "date_empty", text });
  const printed = readPrinted(asPrinted);
  const { plain } = printed;
  if (/^\d{4}$/u.test(plain)) return readNotation(bareYear(plain), asPrinted);
  const reading = findDate(printed, 0);
  if (reading === null || reading.start !== 0 || reading.end !== plain.length) {
    return refuse({ code: "date_not_recognised", text: asPrinted });
  }
  return reading.outcome;
}

/** 1995 alone in a cell; inside a sentence four digits are no date. */
function bareYear(plain: string): Notation {
  const none = { era: null, eraYear: null, isFiscalYear: false, month: null, day: null };
  return { ...none, start: 0, end: plain.length, western: Number(plain) };
}

/** YYYY, YYYY-MM or YYYY-MM-DD by precision; a fiscal year by its first calendar year, a period by its beginning. */
export function datumOf({ from, precision }: PartialDate): string | null {
  if (from === null || precision === "none") return null;
  return from.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4);
}

/** 平成20年11月4日; a year or month in which an era changed takes the new era. Before 明治 as `formatWestern`. */
export function formatWareki(date: PartialDate): string {
  return format(date, (year, span) => {
    const era = eraOfDay(span.to);
    return era === undefined ? `${year}` : nameEraYear(era, year);
  });
}

/** 2008年11月4日, 2023年度 */
export function formatWestern(date: PartialDate): string {
  return format(date, (year) => `${year}`);
}

type NameYear = (year: number, span: Span) => string;

function format(date: PartialDate, nameYear: NameYear): string {
  const { from, to, precision } = date;
  if (precision === "none" || (from === null && to === null)) return date.asPrinted;
  const first = from === null ? "" : formatUnit(unitAround(from, precision), precision, nameYear);
  const last = to === null ? "" : formatUnit(unitAround(to, precision), precision, nameYear);
  return first === last ? first : `${first}～${last}`;
}

function unitAround(day: string, precision: Precision): Span {
  const [year = 0, month = 1] = day.split("-").map(Number);
  if (precision === "day") return { from: day, to: day };
  if (precision === "month") return spanOfMonth(year, month);
  return precision === "fiscalYear" ? spanOfFiscalYear(month < 4 ? year - 1 : year) : spanOfYear(year);
}

function formatUnit(span: Span, precision: Precision, nameYear: NameYear): string {
  const [year = 0, month = 1, day = 1] = span.from.split("-").map(Number);
  const name = nameYear(year, precision === "fiscalYear" ? spanOfYear(year) : span);
  if (precision === "fiscalYear") return `${name}年度`;
  if (precision === "year") return `${name}年`;
  return precision === "month" ? `${name}年${month}月` : `${name}年${month}月${day}日`;
}
