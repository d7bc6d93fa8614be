/** Words of the programmes' pages in the language of the page; both files carry the same keys. */
import { type Lang, useLang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type Words = typeof ja;

export function words(lang: Lang): Words {
  return lang === "en" ? en : ja;
}

/** Inside a component: the words of the page it stands in. */
export function useWords(): Words {
  return words(useLang());
}
