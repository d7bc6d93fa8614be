/** Words of the import pages in the language of the page. */
import type { Language } from "../../platform/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type IntakeWords = typeof ja;

export function words(lang: Language): IntakeWords {
  return lang === "ja" ? ja : en;
}
