/** Words of the shared components in the language of the page; both files carry the same keys. */
import { type Lang, useLang } from "./lang.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type Messages = typeof ja;

export function t(lang: Lang): Messages {
  return lang === "en" ? en : ja;
}

/** Inside a component: the words of the page it stands in. */
export function useTexts(): Messages {
  return t(useLang());
}
