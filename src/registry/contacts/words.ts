/** Words of contact persons in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type ContactWords, ja } from "./messages.ja.ts";

export function contactWords(lang: Lang): ContactWords {
  return lang === "en" ? en : ja;
}
