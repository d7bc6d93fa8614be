/** How a job, who asked for it, and what went wrong are told on pages. */
import type { JobWords, Language } from "../../platform/index.ts";
import { operatorTitle } from "../../ui/index.ts";
import type { JobTexts } from "./words.ts";

export type WordsByJob = ReadonlyMap<string, JobWords>;

export function titleOf(task: string, words: WordsByJob, w: JobTexts): string {
  return words.get(task)?.title ?? w.jobs.unknown;
}

type Troubled = Readonly<{ task: string; problem: string | null; detail: string | null }>;

/** Known problems in the job's own words; a fault with its message, for whoever has to look into it. */
export function problemWords({ task, problem, detail }: Troubled, words: WordsByJob, w: JobTexts): string {
  const explain = words.get(task)?.problems[problem ?? ""];
  if (explain !== undefined) return explain(detail ?? "");
  return detail === null || detail === "" ? w.interruptedWords : w.fault(detail);
}

export function whoAsked(
  { askedBy, askedByName }: Readonly<{ askedBy: string; askedByName: string | null }>,
  w: JobTexts,
  lang: Language,
): string {
  return askedBy === "system" ? w.system : (askedByName ?? operatorTitle(askedBy, lang));
}

export function takenWords({ startedAt, endedAt }: Readonly<{ startedAt: Date; endedAt: Date }>, w: JobTexts): string {
  return w.seconds(((endedAt.getTime() - startedAt.getTime()) / 1000).toFixed(1));
}
