/** Why intake refuses, in the language of the page: its own problems, the registry's and the readers'. */
import { describeReadProblem as describeReadProblemEn } from "../documents/messages.en.ts";
import { describeReadProblem as describeReadProblemJa } from "../documents/messages.ja.ts";
import type { Language } from "../platform/index.ts";
import { registryMessages, registryMessagesEn } from "../registry/index.ts";
import { ownProblems as ownEn } from "./messages.en.ts";
import { ownProblems as ownJa } from "./messages.ja.ts";
import type { IntakeOwnProblem, IntakeProblem } from "./problems.ts";

const words = {
  ja: { own: ownJa, registry: registryMessages.problems, readers: describeReadProblemJa },
  en: { own: ownEn, registry: registryMessagesEn.problems, readers: describeReadProblemEn },
} satisfies Record<Language, unknown>;

export function describeProblem(problem: IntakeProblem, lang: Language): string {
  if (problem.code === "contributed_refused") return problem.sentence[lang];
  const { own, registry, readers } = words[lang];
  if (isOwn(problem)) return own[problem.code];
  // What is neither intake's nor the registry's comes from the readers.
  return problem.code in registry
    ? registry[problem.code as keyof typeof registry]
    : readers(problem as Parameters<typeof readers>[0]);
}

function isOwn(problem: IntakeProblem): problem is IntakeOwnProblem {
  return problem.code in ownJa;
}
