/** Words of the report's pages in the language of the page. */
import type { Lang } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export function reportPageWords(lang: Lang): typeof ja {
  return lang === "en" ? en : ja;
}
