/**
 * Takes back what one act accepted (確定の取り消し), one draft or a whole report, in one transaction. What cannot be taken
 * back is said, record by record, and then nothing is; the person may say that those stay and take the rest back.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import { lockAcceptance } from "./acceptance-store.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import { checkReason } from "./decide-draft.ts";
import { lockDocument } from "./document-store.ts";
import { appendEvent } from "./event-store.ts";
import type {
  AcceptanceStuck,
  DocumentNotFound,
  IntakeReasonMissing,
  NothingToUndo,
  PersonalMailbox,
  StuckDraft,
} from "./problems.ts";
import { takeBackDecision } from "./take-back-decision.ts";
import { writeOutcome } from "./write-outcome.ts";

export type AcceptanceToUndo = Readonly<{
  documentId: string;
  /** The request that accepted the drafts. */
  acceptance: string;
  reason: string;
  /** Positions of drafts that stay as they are decided, as the person has seen. */
  leave?: readonly number[];
}>;

export type UndoneAcceptance = Readonly<{ reopened: number; left: number }>;

export type UndoAcceptanceProblem =
  | DocumentNotFound
  | NothingToUndo
  | AcceptanceStuck
  | IntakeReasonMissing
  | PersonalMailbox;

export async function undoAcceptance(
  database: Database,
  actor: Actor,
  { documentId, acceptance, reason: given, leave = [] }: AcceptanceToUndo,
  options?: WorkOptions & Readonly<{ contributed?: readonly ContributedDrafts[] | undefined }>,
): Promise<Outcome<UndoneAcceptance, UndoAcceptanceProblem>> {
  const reason = checkReason(given);
  if (!reason.ok) return reason;
  return writeOutcome<UndoneAcceptance, UndoAcceptanceProblem>(
    database,
    actor,
    async (tx) => {
      if ((await lockDocument(tx, documentId)) === undefined) return refuse({ code: "document_not_found" });
      const all = await lockAcceptance(tx, documentId, acceptance);
      const asked = all.filter(({ position }) => !leave.includes(position));
      if (asked.length === 0) return refuse({ code: "nothing_to_undo" });
      const stuck: StuckDraft[] = [];
      for (const draft of asked) {
        const undone = await takeBackDecision(tx, actor, draft, reason.value, options?.contributed ?? []);
        if (!undone.ok) stuck.push({ draft, problem: undone.problem });
      }
      if (stuck.length > 0) return refuse({ code: "acceptance_stuck", stuck, others: asked.length - stuck.length });
      await appendEvent(tx, { documentId, action: "acceptance_undone", reason: reason.value });
      return succeed({ reopened: asked.length, left: all.length - asked.length });
    },
    options,
  );
}
