/** What intake is told when a draft cannot become a programme, in the words of programmes. */
import type { ContributedRefused } from "../../intake/index.ts";
import type { Language } from "../../platform/index.ts";
import { programmeRefusals as en } from "../messages-refusals.en.ts";
import { programmeRefusals as ja, type ProgrammeRefusalWords } from "../messages-refusals.ja.ts";
import { programmeRefusalStatus } from "../problem-status.ts";
import type { ProgrammeProblem } from "../problems.ts";
import type { ProgrammeFactProblem } from "../validate-programme-facts.ts";

export function refusalOf(problem: ProgrammeProblem): ContributedRefused {
  const { code } = problem;
  return {
    code: "contributed_refused",
    status: programmeRefusalStatus(problem),
    sentence: { ja: sentenceOf(problem, ja), en: sentenceOf(problem, en) },
    left: code === "stale_version" || code === "in_review" ? "decided_meanwhile" : "facts_refused",
  };
}

/** What cannot be stored is said with it. */
function sentenceOf(problem: ProgrammeProblem, words: ProgrammeRefusalWords): string {
  const what = problem.code === "invalid_facts" ? saidOf(problem.problems, words) : [];
  return [words.problems[problem.code], ...what].join(" ");
}

/** What cannot be stored, each once. */
export function sentencesOf(problems: readonly ProgrammeFactProblem[], lang: Language): readonly string[] {
  return saidOf(problems, lang === "ja" ? ja : en);
}

function saidOf(problems: readonly ProgrammeFactProblem[], words: ProgrammeRefusalWords): readonly string[] {
  return [...new Set(problems.map(({ code }) => words.factProblems[code]))];
}

/** Somebody changed the programme, or decided about it, after the draft was accepted. */
export const changedSince: ContributedRefused = {
  code: "contributed_refused",
  status: 409,
  sentence: { ja: ja.changedSince, en: en.changedSince },
  left: "decided_meanwhile",
};

export function sameExists(id: string): ContributedRefused {
  return {
    code: "contributed_refused",
    status: 409,
    sentence: { ja: ja.looksRecorded(id), en: en.looksRecorded(id) },
    left: "looks_like_existing",
  };
}
