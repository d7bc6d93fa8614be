/** A part in which two versions of a programme differ, by its name: 事業の概要, 令和5年度の実績（順番だけ）. */
import type { Lang } from "../../../ui/index.ts";
import { isOrderOnly } from "../../order-only.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import type { RestorePart } from "../../restore-programme.ts";
import { words } from "../words.ts";
import { shortYearText } from "../year-words.ts";

type Versions = readonly [ProgrammeFacts, ProgrammeFacts];

export function partName(part: RestorePart, [a, b]: Versions, lang: Lang): string {
  const { orderOnly } = words(lang).entryForm;
  const name = bareName(part, lang);
  return isOrderOnly(part, a, b) ? orderOnly(name) : name;
}

function bareName(part: RestorePart, lang: Lang): string {
  const { facts, column, entryForm } = words(lang);
  if (part.kind === "fact") return facts[part.name];
  return entryForm.title(shortYearText(part.year.fiscalYear, lang), column[part.year.column]);
}
