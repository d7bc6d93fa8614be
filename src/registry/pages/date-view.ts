/** Days, months and instants of records as plain words of the page, for sentences; facts use the kit's `DateText`. */
import { type Lang, viewDate } from "../../ui/index.ts";

/** 2012-05-23 or 2012-08 in words of the page: 平成24年5月23日 or 23 May 2012. Other wordings stay as they are. */
export function dayText(date: string, lang: Lang): string {
  if (!/^\d{4}(-\d{2}){0,2}$/u.test(date)) return date;
  const precision = date.length > 7 ? "day" : date.length > 4 ? "month" : "year";
  const { wareki, english } = viewDate({ asPrinted: date, date, precision });
  return lang === "en" ? english : wareki;
}

/** Day and time in Japan of an instant: 令和8年8月3日 10時42分. */
export function instantText(instant: string, lang: Lang): string {
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Tokyo",
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(new Date(instant))
    .split(" ");
  const [hour, minute] = time.split(":");
  return lang === "en" ? `${dayText(day, lang)} ${time}` : `${dayText(day, lang)} ${Number(hour)}時${minute}分`;
}
