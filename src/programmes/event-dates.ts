/**
 * Dates in the text of a fiscal year's column: a month without a year belongs to that fiscal year.
 *
 * 7月 under 令和5年度 is July 2023, 1月 is January 2024 (April to March). Weekdays in brackets are kept with what they
 * say, so that one that contradicts its date can be found. 初旬, 末 and 頃 stay in the wording; the value is the month.
 */
import { findDate } from "../kernel/date-reading.ts";
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import { type DateProblem, parsePartialDate } from "../kernel/partial-date.ts";
import { type PrintedText, readPrinted } from "../kernel/printed-text.ts";
import { type StatedDate, stateDate, weekdayOf } from "./stated-date.ts";

export type SaidWeekday = Readonly<{ day: string; said: string; is: string }>;

export type FoundDate = Readonly<{
  date: StatedDate;
  /** The year was not printed: it came from the fiscal year of the column. */
  isInherited: boolean;
  /** Only those that contradict the calendar. */
  wrongWeekdays: readonly SaidWeekday[];
  /** Places in the text as given. */
  start: number;
  end: number;
}>;

export type FoundDates = Readonly<{ dates: readonly FoundDate[]; problems: readonly DateProblem[] }>;

const WEEKDAY = /\( *(?<said>[月火水木金土日])(?:曜日?)? *(?:[・,、] *)?(?:祝日?|休日?)? *\)/gu;
const QUALIFIER = /(?<=月) *(?:初旬|上旬|中旬|下旬|初め|末|頃|ごろ)/gu;
const SIGN = " *(?:[~〜–—―-]|から) *";
const MONTH = String.raw`(?<![\d年度.,/-] *|第)(?<month>\d{1,2}) *月(?![額間例刊曜号])(?: *(?<day>\d{1,2}) *日)?`;
const END = String.raw`(?:(?<next>翌年? *)?(?<month2>\d{1,2}) *月(?: *(?<day2>\d{1,2}) *日)?|(?<day3>\d{1,2}) *日)`;
const WITHOUT_YEAR = new RegExp(`${MONTH}(?:${SIGN}${END})?`, "gu");
const MONTHS = /(?<![\d年度.,/-] *|第)(?<month>\d{1,2}) *[~〜–—―-] *(?<month2>\d{1,2}) *月(?![額間例刊曜号\d])/gu;
const OVER_NEW_YEAR =
  /^(?<first>(?<era>明治|大正|昭和|平成|令和|[MTSHR])? *(?<year>\d+|元) *年.*?)[~〜–—―-] *(?<rest>\d{1,2} *月.*)$/u;

/** @param fiscalYear of the column; null when unknown, and then a month without a year is no date. */
export function findEventDates(text: string, fiscalYear: FiscalYear | null): FoundDates {
  const printed = readPrinted(text);
  const hide = (plain: string, pattern: RegExp) => plain.replace(pattern, (found) => " ".repeat(found.length));
  const masked = hide(hide(printed.plain, WEEKDAY), QUALIFIER);
  const explicit = findExplicit({ ...printed, plain: masked });
  const rest = explicit.spans.reduce(
    (plain, { start, end }) => plain.slice(0, start) + "\u{0}".repeat(end - start) + plain.slice(end),
    masked,
  );
  const inherited = fiscalYear === null ? NOTHING : findInherited(rest, printed, fiscalYear);
  const spans = [...explicit.spans, ...inherited.spans].sort((a, b) => a.start - b.start);
  return {
    dates: spans.map((span) => place(span, printed)),
    problems: [...explicit.problems, ...inherited.problems],
  };
}

/** The one date of a text that holds nothing else; a month alone inherits its year. */
export function readEventDate(text: string, fiscalYear: FiscalYear | null): StatedDate | null {
  const [only, ...more] = findEventDates(text, fiscalYear).dates;
  return only === undefined || more.length > 0 ? null : only.date;
}

type Span = Readonly<{ start: number; end: number; date: StatedDate; isInherited: boolean }>;
type Spans = Readonly<{ spans: readonly Span[]; problems: readonly DateProblem[] }>;
const NOTHING: Spans = { spans: [], problems: [] };

function findExplicit(printed: PrintedText): Spans {
  const spans: Span[] = [];
  const problems: DateProblem[] = [];
  for (
    let found = findDate(printed, 0);
    found !== null;
    found = findDate(printed, Math.max(found.end, found.start + 1))
  ) {
    const { start, end } = found;
    const outcome = found.outcome.ok ? found.outcome : (overNewYear(printed, start, end) ?? found.outcome);
    if (outcome.ok) spans.push({ start, end, date: stateDate(outcome.value), isInherited: false });
    else problems.push(outcome.problem);
  }
  return { spans, problems };
}

/** 令和5年12月～2月 goes on into the next year; written so, the end would lie before the beginning. */
function overNewYear({ plain, quote }: PrintedText, start: number, end: number) {
  const groups = OVER_NEW_YEAR.exec(plain.slice(start, end))?.groups;
  if (groups === undefined) return null;
  const year = groups.year === "元" ? 1 : Number(groups.year);
  const later = parsePartialDate(`${groups.first}~${groups.era ?? ""}${year + 1}年${groups.rest}`);
  return later.ok ? { ...later, value: { ...later.value, asPrinted: quote(start, end) } } : null;
}

function findInherited(plain: string, { quote }: PrintedText, fiscalYear: FiscalYear): Spans {
  const spans: Span[] = [];
  const problems: DateProblem[] = [];
  const taken = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
  for (const match of [...plain.matchAll(MONTHS), ...plain.matchAll(WITHOUT_YEAR)]) {
    const { index } = match;
    if (taken(index)) continue;
    const length = match[0].trimEnd().length;
    const outcome = parsePartialDate(withYears(match.groups ?? {}, fiscalYear));
    const asPrinted = quote(index, index + length);
    if (outcome.ok) {
      const date = stateDate({ ...outcome.value, asPrinted });
      spans.push({ start: index, end: index + length, date, isInherited: true });
    } else problems.push({ ...outcome.problem, text: asPrinted });
  }
  return { spans, problems };
}

type Groups = Readonly<Record<string, string | undefined>>;

function withYears({ month, day, month2, day2, day3 }: Groups, fiscalYear: FiscalYear): string {
  const dated = (inMonth: string, inDay: string | undefined) => {
    const year = Number(inMonth) < 4 ? fiscalYear + 1 : fiscalYear;
    return `${year}年${inMonth}月${inDay === undefined ? "" : `${inDay}日`}`;
  };
  const first = dated(month ?? "", day);
  if (month2 !== undefined) return `${first}~${dated(month2, day2)}`;
  return day3 === undefined ? first : `${first}~${dated(month ?? "", day3)}`;
}

/** A weekday or 上旬 that touches the date belongs to its wording. */
function place(
  { start, end, date, isInherited }: Span,
  { plain, quote, printedIndex, printed }: PrintedText,
): FoundDate {
  const behind = plain.slice(end);
  const trailing =
    (new RegExp(`^ *${WEEKDAY.source}`, "u").exec(behind) ??
      /^ *(?:初旬|上旬|中旬|下旬|初め|頃|ごろ)/u.exec(behind))?.[0] ?? "";
  const stop = end + trailing.length;
  const wrongWeekdays = [...plain.slice(start, stop).matchAll(WEEKDAY)].flatMap((match): SaidWeekday[] => {
    const isEnd = /[~〜–—―-]|から/u.test(plain.slice(start, start + match.index));
    const day = date.precision !== "day" ? null : isEnd ? date.to : date.from;
    const said = match.groups?.said ?? "";
    return day === null || weekdayOf(day) === said ? [] : [{ day, said, is: weekdayOf(day) }];
  });
  const last = quote(start, stop).length + printedIndex(start);
  return {
    date: { ...date, asPrinted: quote(start, stop) },
    isInherited,
    wrongWeekdays,
    start: printedIndex(start),
    end: Math.min(last, printed.length),
  };
}
