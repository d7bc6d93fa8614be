/** Takes the decision on one draft back. A skipped draft is simply open again; the rest is in take-back-decision.ts. */
import { type Outcome, refuse } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import { checkReason, type DraftChoice, type HoldProblem, holdDraft } from "./decide-draft.ts";
import type { DraftStillPending, IntakeReasonMissing, PersonalMailbox } from "./problems.ts";
import { type TakeBackProblem, takeBackDecision } from "./take-back-decision.ts";
import { writeOutcome } from "./write-outcome.ts";

export type ReopenProblem = HoldProblem | DraftStillPending | TakeBackProblem | IntakeReasonMissing | PersonalMailbox;

export async function reopenDraft(
  database: Database,
  actor: Actor,
  reopened: DraftChoice & Readonly<{ reason: string }>,
  options?: WorkOptions & Readonly<{ contributed?: readonly ContributedDrafts[] | undefined }>,
): Promise<Outcome<null, ReopenProblem>> {
  const reason = checkReason(reopened.reason);
  if (!reason.ok) return reason;
  return writeOutcome<null, ReopenProblem>(
    database,
    actor,
    async (tx) => {
      const held = await holdDraft(tx, reopened);
      if (!held.ok) return held;
      const { draft } = held.value;
      if (draft.state === "pending") return refuse({ code: "draft_still_pending" });
      return takeBackDecision(tx, actor, draft, reason.value, options?.contributed ?? []);
    },
    options,
  );
}
