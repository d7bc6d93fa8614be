/** Words of today's work in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja, type WorkWords } from "./messages.ja.ts";

export function workWords(lang: Lang): WorkWords {
  return lang === "en" ? en : ja;
}
