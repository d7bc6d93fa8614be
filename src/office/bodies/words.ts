/** Words of the pages of bodies in the language of the page. */
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type BodyWords, ja } from "./messages.ja.ts";

export function bodyWords(lang: Lang): BodyWords {
  return lang === "en" ? en : ja;
}
