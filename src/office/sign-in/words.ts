/** Words of the sign-in pages in the language of the page. */
import type { Language } from "../../platform/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export function words(lang: Language): typeof ja {
  return lang === "ja" ? ja : en;
}
