/** Words of the pages of people and roles in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { dayWords } from "../office-page.tsx";
import { en } from "./messages.en.ts";
import { ja, type MemberWords } from "./messages.ja.ts";
import type { Period } from "./role-period.ts";

export function memberWords(lang: Lang): MemberWords {
  return lang === "en" ? en : ja;
}

/** 令和8年4月1日から　令和9年3月31日まで */
export function periodWords({ validFrom, validTo }: Period, lang: Lang): string {
  const w = memberWords(lang);
  const from = w.from(dayWords(validFrom, lang));
  return `${from}${lang === "ja" ? "　" : ", "}${validTo === null ? w.open : w.until(dayWords(validTo, lang))}`;
}
