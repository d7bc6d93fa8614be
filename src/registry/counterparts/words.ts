/** Words of counterparts in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type CounterpartWords, ja } from "./messages.ja.ts";

export function counterpartWords(lang: Lang): CounterpartWords {
  return lang === "en" ? en : ja;
}
