/** A moment in the time of Japan, to the minute, rounded up: 「11月22日 13:05」. */
import type { Language } from "../../platform/index.ts";

const MINUTE_MS = 60_000;

export function readableTime(at: Date, lang: Language): string {
  const minute = new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
  return new Intl.DateTimeFormat(lang === "ja" ? "ja-JP" : "en-GB", {
    timeZone: "Asia/Tokyo",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(minute);
}
