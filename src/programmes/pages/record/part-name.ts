/** A part in which two versions of a programme differ, by its name: 事業の概要, 令和5年度の実績. */
import type { Lang } from "../../../ui/index.ts";
import type { RestorePart } from "../../restore-programme.ts";
import { words } from "../words.ts";
import { shortYearText } from "../year-words.ts";

export function partName(part: RestorePart, lang: Lang): string {
  const { facts, column, entryForm } = words(lang);
  if (part.kind === "fact") return facts[part.name];
  return entryForm.title(shortYearText(part.year.fiscalYear, lang), column[part.year.column]);
}
