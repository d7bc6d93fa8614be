/** Fiscal years, dates of events and owners in the words of the page. */
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import { formatWareki, type PartialDate } from "../../kernel/partial-date.ts";
import { dayText, governmentText } from "../../registry/index.ts";
import type { Lang } from "../../ui/index.ts";
import type { ProgrammeIdentity } from "../recorded-programme.ts";
import { weekdayOf } from "../stated-date.ts";
import { words } from "./words.ts";

/** 令和5年度（2023年度） */
export function fiscalYearText(fiscalYear: number, lang: Lang): string {
  return words(lang).fiscalYear(formatFiscalYear(fiscalYear), fiscalYear);
}

/** 令和5年度 */
export function shortYearText(fiscalYear: number, lang: Lang): string {
  return words(lang).shortYear(formatFiscalYear(fiscalYear), fiscalYear);
}

export type ShownDate = Pick<PartialDate, "from" | "to" | "precision" | "asPrinted">;

/** 令和5年7月10日（月）～14日; a wording that could not be read stays as printed. */
export function dateText(date: ShownDate, lang: Lang): string {
  const { from, to, precision, asPrinted } = date;
  const w = words(lang);
  if (from === null || precision === "none") return asPrinted;
  if (precision === "day") {
    const first = `${dayText(from, lang)}${w.weekday(weekdayOf(from))}`;
    return to === null || to === from ? first : w.until(first, `${dayText(to, lang)}${w.weekday(weekdayOf(to))}`);
  }
  if (lang === "ja") return formatWareki({ ...date, conflict: null });
  if (precision === "fiscalYear") return `FY${from.slice(0, 4)}`;
  const length = precision === "month" ? 7 : 4;
  const [first, last] = [from.slice(0, length), (to ?? from).slice(0, length)];
  return first === last ? dayText(first, lang) : w.until(dayText(first, lang), dayText(last, lang));
}

export function ownerText({ owner, ownerName }: Pick<ProgrammeIdentity, "owner" | "ownerName">): string {
  return ownerName ?? governmentText(owner);
}
