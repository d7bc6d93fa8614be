/** Words of the open data of programmes. */
import type { Lang } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type OpenDataWords = typeof ja;

export function openDataWords(lang: Lang): OpenDataWords {
  return lang === "en" ? en : ja;
}
