/** Words of handover in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type HandoverWords, ja } from "./messages.ja.ts";

export function handoverWords(lang: Lang): HandoverWords {
  return lang === "en" ? en : ja;
}
