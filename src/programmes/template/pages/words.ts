/** Words of the workbook's pages in the language of the page, and its findings. */
import type { Lang } from "../../../ui/index.ts";
import { workbookSentences } from "../messages.en.ts";
import type { WorkbookFinding } from "../workbook-finding.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export function workbookPageWords(lang: Lang): typeof ja {
  return lang === "en" ? en : ja;
}

export function findingText({ code, values, message }: WorkbookFinding, lang: Lang): string {
  if (lang === "ja") return message;
  // each code has one sentence that takes the values of that code
  return (workbookSentences[code] as (values: unknown) => string)(values);
}
