/** A person leaves a draft out, and says why. Nothing is deleted; it can be reopened. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import { checkReason, type DraftChoice, type HoldProblem, holdDraft } from "./decide-draft.ts";
import { decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import type { IntakeReasonMissing, PersonalMailbox } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type SkipProblem = HoldProblem | IntakeReasonMissing | PersonalMailbox;

export async function skipDraft(
  database: Database,
  actor: Actor,
  skipped: DraftChoice & Readonly<{ reason: string }>,
  options?: WorkOptions,
): Promise<Outcome<null, SkipProblem>> {
  const reason = checkReason(skipped.reason);
  if (!reason.ok) return reason;
  return writeOutcome<null, SkipProblem>(
    database,
    actor,
    async (tx) => {
      const held = await holdDraft(tx, skipped);
      if (!held.ok) return held;
      const { draft } = held.value;
      if (draft.state !== "pending") return refuse({ code: "draft_changed", draft, mine: null });
      await decideDraft(tx, draft, { state: "skipped", reason: reason.value });
      const { documentId, position } = draft;
      await appendEvent(tx, { documentId, draftPosition: position, action: "skipped", reason: reason.value });
      return succeed(null);
    },
    options,
  );
}
