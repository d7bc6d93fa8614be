/** Words of the table in the language of the page, and the headers under which a paste is understood. */
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import type { Lang } from "../../ui/index.ts";
import { findingText } from "../template/pages/words.ts";
import { fillWords } from "./fill-words.ts";
import { GRID_COLUMNS } from "./grid-columns.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";
import { headerKey, type NamingColumn, type PasteHeaders, type PasteProblem } from "./paste-rows.ts";
import type { GridDoubt, GridProblem } from "./review-grid.ts";

export function gridWords(lang: Lang): typeof ja {
  return lang === "en" ? en : ja;
}

const NAMING: readonly NamingColumn[] = ["id", "number", "title"];

/** In both languages: a table copied from the other page is the same table. */
export const PASTE_HEADERS: PasteHeaders = new Map(
  [ja, en].flatMap((words) => [
    ...GRID_COLUMNS.map((column) => [headerKey(words.columns[column]), column] as const),
    ...NAMING.map((column) => [headerKey(words.naming[column]), column] as const),
  ]),
);

export function problemText({ code, said, finding }: GridProblem, lang: Lang): string {
  if (code === "contradiction") return finding === null ? "" : doubtText({ finding }, lang);
  return fillWords(gridWords(lang).problems[code], { said: shortened(said) });
}

/** A contradiction without the title and year, which the table shows already. */
export function doubtText({ finding }: Pick<GridDoubt, "finding">, lang: Lang): string {
  const { sentence, sentenceEn } = finding.values;
  const own = lang === "en" ? sentenceEn : sentence;
  return typeof own === "string" ? own : findingText(finding, lang);
}

export function pasteProblemText({ code, line, said }: PasteProblem, lang: Lang): string {
  return fillWords(gridWords(lang).pasteProblems[code], { line, said: shortened(said) });
}

const LONGEST = 60;

function shortened(said: string): string {
  const characters = [...maskPersonalMailboxes(said)];
  return characters.length <= LONGEST ? characters.join("") : `${characters.slice(0, LONGEST).join("")}…`;
}
