/**
 * Dates of a report in the Japanese calendar with weekday: 令和6年11月22日（金）. A wording that was entered stays as it is;
 * only dates entered in figures (2024-11-22) are set here, as precise as they are known.
 */
import { eraOfDay, nameEraYear } from "../../kernel/era.ts";
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import { type StatedDate, weekdayOf } from "../stated-date.ts";

export function printDate(date: StatedDate): string {
  const said = date.asPrinted.trim();
  return said === "" || /^[\d\s/～~.-]+$/u.test(said) ? composeDate(date) : said;
}

/** 令和6年度, 令和6年, 令和6年11月, 令和6年11月22日（金）; a period with ～. */
export function composeDate({ from, to, precision, asPrinted }: StatedDate): string {
  if (from === null || to === null || precision === "none") return asPrinted;
  if (precision === "fiscalYear") return formatFiscalYear(Number(from.slice(0, 4)));
  const parts = PARTS[precision];
  const first = printDay(from, parts);
  const last = printDay(to, parts);
  return first === last ? first : `${first}～${last}`;
}

const PARTS = { year: 1, month: 2, day: 3 } as const;

export function printDay(day: string, parts: 1 | 2 | 3 = 3): string {
  const [year = "", month = "", of = ""] = day.split("-");
  const era = eraOfDay(day);
  const yearWords = era === undefined ? `${year}年` : `${nameEraYear(era, Number(year))}年`;
  if (parts === 1) return yearWords;
  if (parts === 2) return `${yearWords}${Number(month)}月`;
  return `${yearWords}${Number(month)}月${Number(of)}日（${weekdayOf(day)}）`;
}
