/** 令和６年12月末現在, 令和５年５月現在, 12月末時点: the day or month up to which a figure counts. */
import { daysInMonth, isoDay } from "../../kernel/calendar.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import { findEventDates } from "../event-dates.ts";
import { type StatedDate, stateDate } from "../stated-date.ts";

const SIGN = /^ *(?<end>末日?)? *(?:現在|時点)/u;

/** The first in the text; null when none stands there. */
export function readAsOf(text: string, fiscalYear: FiscalYear): StatedDate | null {
  for (const { date, start, end } of findEventDates(text, fiscalYear).dates) {
    const { plain, quote } = readPrinted(text.slice(end));
    const sign = SIGN.exec(plain);
    if (sign === null) continue;
    const asPrinted = text.slice(start, end) + quote(0, sign[0].length);
    if (sign.groups?.end === undefined || date.to === null || date.precision !== "month") return { ...date, asPrinted };
    const [year = 0, month = 1] = date.to.split("-").map(Number);
    const day = isoDay(year, month, daysInMonth(year, month));
    return stateDate({ asPrinted, from: day, to: day, precision: "day", conflict: date.conflict });
  }
  return null;
}
