/**
 * Takes a decision on a draft back. A skipped draft is simply open again; the agreement an acceptance created is
 * withdrawn (its id is never used again), and a linked agreement gets back the facts it had. Both only while nobody
 * has changed the agreement since: otherwise something would be lost, and it is for a person to edit it.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import {
  type AgreementFacts,
  differingFacts,
  editAgreement,
  findAgreement,
  findLatestProposal,
  type RecordedAgreement,
  takeBackProposal,
  withdrawAgreement,
} from "../registry/index.ts";
import { type ContributedDrafts, type ContributedRefused, contributionFor } from "./contributed-drafts.ts";
import { checkReason, type DraftChoice, type HoldProblem, holdDraft } from "./decide-draft.ts";
import { decideDraft, isOfAgreement } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import type { ImportDraft, StoredDraft } from "./imported-document.ts";
import type {
  AgreementChangedSince,
  DraftNotFound,
  DraftStillPending,
  IntakeReasonMissing,
  PersonalMailbox,
} from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type ReopenProblem =
  | HoldProblem
  | DraftStillPending
  | AgreementChangedSince
  | ContributedRefused
  | IntakeReasonMissing
  | PersonalMailbox;

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
      const undone = await undo(tx, actor, draft, reason.value, options?.contributed ?? []);
      if (!undone.ok) return undone;
      await decideDraft(tx, draft, { state: "pending" });
      const { documentId, position } = draft;
      await appendEvent(tx, { documentId, draftPosition: position, action: "reopened", reason: reason.value });
      return succeed(null);
    },
    options,
  );
}

async function undo(
  tx: Tx,
  actor: Actor,
  draft: StoredDraft,
  reason: string,
  contributed: readonly ContributedDrafts[],
): Promise<Outcome<null, AgreementChangedSince | ContributedRefused | DraftNotFound>> {
  if (isOfAgreement(draft)) return undoInRegistry(tx, actor, draft, reason);
  const { recordId, facts, factsBefore } = draft;
  if (recordId === null) return succeed(null);
  const contribution = contributionFor(contributed, draft.record);
  if (contribution === undefined) return refuse({ code: "draft_not_found" });
  return contribution.undo(tx, actor, { recordId, facts, factsBefore, reason });
}

async function undoInRegistry(
  tx: Tx,
  actor: Actor,
  { agreementId, facts, factsBefore }: ImportDraft,
  reason: string,
): Promise<Outcome<null, AgreementChangedSince>> {
  if (agreementId === null || facts === null) return succeed(null);
  const changed = { code: "agreement_changed_since", agreementId } as const;
  const saved = await findAgreement(tx, agreementId);
  if (saved !== undefined && factsBefore !== null && (await takeBackLink(tx, actor, saved, facts)))
    return succeed(null);
  if (saved === undefined || differingFacts(saved, facts).length > 0) return refuse(changed);
  const target = { id: agreementId, expectedVersion: saved.version, reason };
  const undone =
    factsBefore === null
      ? await withdrawAgreement(tx, actor, target)
      : await editAgreement(tx, actor, { ...target, facts: factsBefore });
  return undone.ok ? succeed(null) : refuse(changed);
}

/** A link that still waits for approval, or came back, has changed nothing yet: its proposal is taken back. */
async function takeBackLink(
  tx: Tx,
  actor: Actor,
  { id, no }: RecordedAgreement,
  facts: AgreementFacts,
): Promise<boolean> {
  const proposal = await findLatestProposal(tx, no);
  if (proposal === undefined || proposal.facts === null || differingFacts(proposal.facts, facts).length > 0)
    return false;
  if (proposal.state !== "open" && proposal.state !== "returned") return proposal.state === "withdrawn";
  return (await takeBackProposal(tx, actor, { id, proposalId: proposal.id })).ok;
}
