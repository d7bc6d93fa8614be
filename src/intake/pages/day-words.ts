/** An instant as a day in Japan, in words: 令和8年8月3日. Dates of drafts as the kit shows them. */
import { type DateView, type Lang, viewDate } from "../../ui/index.ts";
import type { DraftDate } from "../draft-record.ts";

const JAPAN_IS_AHEAD_BY = 9 * 60 * 60 * 1000;

export function dayWords(instant: string, lang: Lang): string {
  const date = new Date(new Date(instant).getTime() + JAPAN_IS_AHEAD_BY).toISOString().slice(0, 10);
  const { wareki, english } = viewDate({ asPrinted: date, date, precision: "day" });
  return lang === "en" ? english : wareki;
}

/** @returns null when the draft's date cannot be one. */
export function dateView(date: Pick<DraftDate, "asPrinted" | "date" | "precision" | "conflict">): DateView | null {
  return date.date === null ? null : viewDate(date);
}
