/** Words of the page of the report's order. */
import type { Lang } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export function orderWords(lang: Lang): typeof ja {
  return lang === "en" ? en : ja;
}
