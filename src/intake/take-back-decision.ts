/**
 * Takes one decision on a draft back in what it became. The record an acceptance made is withdrawn (its id is never
 * used again, and what was public is never deleted), and a record that was linked gets back the facts it had. Only
 * while nobody has changed the record or decided about it since: else something would be lost, and it is for a person
 * to edit it. What is refused has written nothing.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import {
  type AgreementFacts,
  differingFacts,
  type EditProblem,
  editAgreement,
  findAgreement,
  findLatestProposal,
  type ProposalOpen,
  type RecordedAgreement,
  takeBackProposal,
  type WithdrawProblem,
  withdrawAgreement,
} from "../registry/index.ts";
import { type ContributedDrafts, type ContributedRefused, contributionFor } from "./contributed-drafts.ts";
import { decideDraft, isOfAgreement } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import type { ImportDraft, StoredDraft } from "./imported-document.ts";
import type { AgreementChangedSince, DraftNotFound } from "./problems.ts";

export type TakeBackProblem =
  | AgreementChangedSince
  | ProposalOpen
  | EditProblem
  | WithdrawProblem
  | ContributedRefused
  | DraftNotFound;

/** The draft waits again, with its corrections and what was settled. */
export async function takeBackDecision(
  tx: Tx,
  actor: Actor,
  draft: StoredDraft,
  reason: string,
  contributed: readonly ContributedDrafts[],
): Promise<Outcome<null, TakeBackProblem>> {
  const undone = isOfAgreement(draft)
    ? await takeBackAgreement(tx, actor, draft, reason)
    : await takeBackContributed(tx, actor, draft, reason, contributed);
  if (!undone.ok) return undone;
  await decideDraft(tx, draft, { state: "pending" });
  const { documentId, position } = draft;
  await appendEvent(tx, { documentId, draftPosition: position, action: "reopened", reason });
  return succeed(null);
}

async function takeBackContributed(
  tx: Tx,
  actor: Actor,
  { recordId, record, facts, standing, factsBefore }: StoredDraft,
  reason: string,
  contributed: readonly ContributedDrafts[],
): Promise<Outcome<null, ContributedRefused | DraftNotFound>> {
  if (recordId === null) return succeed(null);
  const contribution = contributionFor(contributed, record);
  if (contribution === undefined) return refuse({ code: "draft_not_found" });
  return contribution.undo(tx, actor, { recordId, facts, standing, factsBefore, reason });
}

async function takeBackAgreement(
  tx: Tx,
  actor: Actor,
  draft: ImportDraft,
  reason: string,
): Promise<Outcome<null, TakeBackProblem>> {
  const { agreementId, facts, factsBefore } = draft;
  if (agreementId === null || facts === null) return succeed(null);
  const changed = { code: "agreement_changed_since", agreementId } as const;
  const saved = await findAgreement(tx, agreementId);
  if (saved === undefined) return refuse(changed);
  if (factsBefore !== null && (await takeBackLink(tx, actor, saved, facts))) return succeed(null);
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  if (hasChanged(saved, draft)) return refuse(changed);
  if ((await findLatestProposal(tx, saved.no))?.state === "open") return refuse({ code: "proposal_open" });
  const target = { id: agreementId, expectedVersion: saved.version, reason };
  const undone =
    factsBefore === null
      ? await withdrawAgreement(tx, actor, target)
      : await editAgreement(tx, actor, { ...target, facts: factsBefore });
  return undone.ok ? succeed(null) : undone;
}

function hasChanged(saved: RecordedAgreement, { facts, standing }: ImportDraft): boolean {
  if (standing !== null && saved.publication !== standing) return true;
  return facts === null || differingFacts(saved, facts).length > 0;
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
