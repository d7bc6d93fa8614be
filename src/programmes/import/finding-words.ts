/** Findings of a report of programmes in words, for the review. */
import type { ContributedFindingWords } from "../../intake/index.ts";
import { messages as english } from "../report-layout/messages.en.ts";
import { findingTitles as en } from "./finding-titles.en.ts";
import { findingTitles as ja } from "./finding-titles.ja.ts";

type Said = Parameters<ContributedFindingWords["english"]>[0];

export const findingWords: ContributedFindingWords = { titles: { ja, en }, english: inEnglish };

function inEnglish({ code, values }: Said): string | undefined {
  if (!Object.hasOwn(english, code)) return undefined;
  // The table has one sentence for each code, and values are stored as the code has them.
  const write = (english as Readonly<Record<string, unknown>>)[code] as (values: Said["values"]) => string;
  return write(values);
}
