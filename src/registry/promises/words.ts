/** Words of promises in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja, type PromiseWords } from "./messages.ja.ts";

export function promiseWords(lang: Lang): PromiseWords {
  return lang === "en" ? en : ja;
}
