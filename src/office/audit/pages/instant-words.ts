/** Day and time in Japan of an instant: 令和8年8月3日 10:42:07. */
import type { Lang } from "../../../ui/index.ts";
import { dayWords } from "../../office-page.tsx";

const IN_JAPAN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });

export function instantWords(instant: string, lang: Lang): string {
  const [day = "", time = ""] = IN_JAPAN.format(new Date(instant)).split(" ");
  return `${dayWords(day, lang)} ${time}`;
}
