/**
 * A date as `DateText` shows it, in the three forms people read: 和暦, the western form, and English.
 *
 * It is as precise as the datum: YYYY, YYYY-MM or YYYY-MM-DD. A wording that could not be read stays as printed.
 */
import { formatWareki, formatWestern, type PartialDate, type Precision } from "../kernel/partial-date.ts";

export type DateView = Readonly<{
  /** 平成24年5月23日, 平成24年5月, 平成24年, 令和6年度. */
  wareki: string;
  /** 2012年5月23日; empty when the wording could not be read. */
  western: string;
  /** 23 May 2012, May 2012, 2012, FY2024. */
  english: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; left out for fiscal years. */
  datetime?: string | undefined;
  /** An era year and a western year that disagree. */
  inConflict?: boolean | undefined;
}>;

/** What exports, agreements and date mentions carry. */
export type Datum = Readonly<{
  asPrinted: string;
  date: string | null;
  precision: Precision;
  conflict?: PartialDate["conflict"];
}>;

export function viewDate({ asPrinted, date, precision, conflict = null }: Datum): DateView {
  if (date === null || precision === "none") return { wareki: asPrinted, western: "", english: asPrinted };
  const whole = partialDate(date, precision);
  return {
    wareki: formatWareki(whole),
    western: formatWestern(whole),
    english: formatEnglish(date, precision),
    datetime: precision === "fiscalYear" ? undefined : date,
    inConflict: conflict !== null,
  };
}

/** A day that a machine noted, such as a change in a history. */
export function viewDay(isoDay: string): DateView {
  return viewDate({ asPrinted: isoDay, date: isoDay, precision: "day" });
}

/** Any day inside the month or year is enough: the kernel prints the unit around it. */
function partialDate(date: string, precision: Precision): PartialDate {
  const anyDay = { 4: precision === "fiscalYear" ? "-04-01" : "-12-31", 7: "-28" }[date.length] ?? "";
  const day = `${date}${anyDay}`;
  return { from: day, to: day, precision, asPrinted: date, conflict: null };
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function formatEnglish(date: string, precision: Precision): string {
  const [year, month, day] = date.split("-").map(Number);
  if (precision === "fiscalYear") return `FY${year}`;
  const monthName = month === undefined ? undefined : MONTHS[month - 1];
  return [day, monthName, year].filter((part) => part !== undefined).join(" ");
}
