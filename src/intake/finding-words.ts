/**
 * Findings in the language of the page. The Japanese sentence is stored with the finding; the English one is written
 * from its code and values, and a code no table knows keeps the stored sentence.
 */
import { findingSentences as readers } from "../documents/messages.en.ts";
import type { Finding } from "../kernel/finding.ts";
import type { Language } from "../platform/index.ts";
import { messages as survey } from "./agreement-survey/messages.en.ts";
import type { ContributedFindingWords } from "./contributed-drafts.ts";
import { findingTitles as titlesEn, unnamedFinding as unnamedEn } from "./finding-titles.en.ts";
import { findingTitles as titlesJa, unnamedFinding as unnamedJa } from "./finding-titles.ja.ts";
import { personalSentences } from "./messages.en.ts";
import { noHeaderRow, tableSentences as table } from "./table/messages.en.ts";

const ofFileOrReport = { ...readers, ...survey, ...personalSentences };

/** @param ofSlice words of the slice whose layout read the document; its codes may be named like ours. */
export function findingTitle(code: string, lang: Language, ofSlice?: ContributedFindingWords): string {
  const titles: Readonly<Record<string, string>> = lang === "en" ? titlesEn : titlesJa;
  return ofSlice?.titles[lang][code] ?? titles[code] ?? (lang === "en" ? unnamedEn : unnamedJa);
}

export function findingMessage(
  finding: Pick<Finding, "code" | "message" | "values">,
  lang: Language,
  ofSlice?: ContributedFindingWords,
): string {
  const { code, message, values } = finding;
  if (lang === "ja") return message;
  const said = ofSlice?.english(finding);
  if (said !== undefined) return said;
  // Of the findings that pages show, only a table without a header row is unreadable as a whole.
  if (code === "unreadable" && values.part === undefined) return noHeaderRow;
  const sentences = sentencesFor(values);
  if (!Object.hasOwn(sentences, code)) return message;
  // Each table is checked code by code, and values are stored as the code has them.
  const write = (sentences as Readonly<Record<string, unknown>>)[code] as (values: Finding["values"]) => string;
  return write(values);
}

/** The survey and the table layout share codes; only findings of a table carry the number of their row. */
function sentencesFor({ row }: Finding["values"]) {
  return typeof row === "number" ? table : ofFileOrReport;
}
