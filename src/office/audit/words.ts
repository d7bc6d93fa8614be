/** Words of the audit's pages in the language of the page. */
import { type Lang, useLang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export type AuditWords = typeof ja;

export function auditWords(lang: Lang): AuditWords {
  return lang === "en" ? en : ja;
}

/** Inside a component: the words of the page it stands in. */
export function useAuditWords(): AuditWords {
  return auditWords(useLang());
}
