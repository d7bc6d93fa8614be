/**
 * Another person decides about what waits for approval: approves it (承認), or returns it with a reason (差し戻し). Who
 * proposed it may take it back. Nobody approves the own proposal; the database holds that too.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, actorName, isPermitted, recordAudit, type Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { agreementAsOf } from "./agreement-as-of.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, replaceFacts, setPublication } from "./agreement-store.ts";
import { refuseReason, refuseRequiredReason, withConfirmation } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import { refusePersonalData } from "./personal-data-warnings.ts";
import type {
  AgreementNotFound,
  InvalidFacts,
  MailboxInReason,
  NotPermitted,
  OwnProposal,
  PersonalDataUnconfirmed,
  ProposalDecided,
  ProposalStale,
  ReasonMissing,
  StaleVersion,
} from "./problems.ts";
import { type JoinedChange, joinChange, type Proposal } from "./proposal.ts";
import { closeProposal, lockLatestProposal } from "./proposal-store.ts";
import { type FactsRefused, refuseFacts } from "./record-agreement.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { closeReviewWork, openCorrection } from "./review-work.ts";

export type DecisionRequest = Readonly<{
  id: string;
  proposalId: number;
  /** The version of the record the person looked at. */
  expectedVersion: number;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
}>;

type Held = Readonly<{ saved: RecordedAgreement; proposal: Proposal }>;
type HoldProblem = AgreementNotFound | NotPermitted | ProposalDecided;

export type ApproveProblem =
  | HoldProblem
  | OwnProposal
  | StaleVersion
  | ProposalStale
  | PersonalDataUnconfirmed
  | FactsRefused
  | MailboxInReason;

export async function approveProposal(
  tx: Tx,
  actor: Actor,
  request: DecisionRequest,
): Promise<Outcome<RecordedAgreement, ApproveProblem>> {
  const badReason = refuseReason(request.reason) ?? refuseReason(request.confirmation ?? null);
  if (badReason !== undefined) return refuse(badReason);
  const held = await holdProposal(tx, actor, "agreement.approve", request);
  if (!held.ok) return held;
  const { saved, proposal } = held.value;
  if (proposal.proposedBy === actorName(actor)) return refuse({ code: "own_proposal" });
  if (saved.version !== request.expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  const approved =
    proposal.facts === null
      ? await publishDraft(tx, held.value, request)
      : await applyChange(tx, actor, held.value, proposal.facts, request);
  if (!approved.ok) return approved;
  const { reason, confirmation } = request;
  await closeProposal(tx, proposal.id, { state: "approved", reason, confirmation });
  await closeReviewWork(tx, saved.id);
  return approved;
}

async function publishDraft(
  tx: Tx,
  { saved }: Held,
  { reason, confirmation }: DecisionRequest,
): Promise<Outcome<RecordedAgreement, PersonalDataUnconfirmed>> {
  const personal = refusePersonalData(saved, null, confirmation);
  if (personal !== undefined) return refuse(personal);
  const published = await setPublication(tx, saved, "published");
  await appendHistory(tx, "approved", saved, published, withConfirmation(reason, confirmation));
  return succeed(published);
}

async function applyChange(
  tx: Tx,
  actor: Actor,
  { saved, proposal }: Held,
  proposed: AgreementFacts,
  { confirmation }: DecisionRequest,
): Promise<Outcome<RecordedAgreement, ProposalStale | PersonalDataUnconfirmed | FactsRefused>> {
  const { facts, inConflict } = await joinProposed(tx, saved, proposal, proposed);
  if (inConflict.length > 0 || saved.publication !== "published") return refuse({ code: "proposal_stale", inConflict });
  const refused = (await refuseFacts(tx, facts)) ?? refuseLostRecord(actor, facts);
  if (refused !== undefined) return refuse(refused);
  const personal = refusePersonalData(facts, saved, confirmation);
  if (personal !== undefined) return refuse(personal);
  const edited = await replaceFacts(tx, saved, facts);
  await appendHistory(tx, "edited", saved, edited, withConfirmation(proposal.reason, confirmation));
  await auditChange(tx, saved, "agreement.change_approved", proposal.reason);
  return succeed(edited);
}

/** @returns the record as it would be, with what others changed since the proposal was made. */
export async function joinProposed(
  tx: Tx,
  saved: RecordedAgreement,
  { baseVersion }: Proposal,
  proposed: AgreementFacts,
): Promise<JoinedChange> {
  const base = await agreementAsOf(tx, saved.id, { version: baseVersion });
  return joinChange(base.ok ? base.value.after : saved, proposed, saved);
}

function refuseLostRecord(actor: Actor, facts: AgreementFacts): InvalidFacts | undefined {
  if (isPermitted(actor, "agreement.approve", marksOf(facts))) return undefined;
  return { code: "invalid_facts", problems: [{ fact: "japan", code: "own_government_missing", index: 0 }] };
}

export type ReturnProblem = HoldProblem | OwnProposal | ReasonMissing | MailboxInReason;

/** The record becomes a draft again, or stays as it is published; the proposer finds it in the list of work. */
export async function returnProposal(
  tx: Tx,
  actor: Actor,
  request: DecisionRequest,
): Promise<Outcome<RecordedAgreement, ReturnProblem>> {
  const reason = request.reason ?? "";
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const held = await holdProposal(tx, actor, "agreement.approve", request);
  if (!held.ok) return held;
  const { saved, proposal } = held.value;
  if (proposal.proposedBy === actorName(actor)) return refuse({ code: "own_proposal" });
  await closeProposal(tx, proposal.id, { state: "returned", reason });
  await openCorrection(tx, saved, proposal);
  if (proposal.kind === "publication") return succeed(await backToDraft(tx, saved, "returned", reason));
  await auditChange(tx, saved, "agreement.change_returned", reason);
  return succeed(saved);
}

export type TakeBackProblem = HoldProblem;

/** Before it is decided, or instead of correcting what was returned. */
export async function takeBackProposal(
  tx: Tx,
  actor: Actor,
  request: Pick<DecisionRequest, "id" | "proposalId">,
): Promise<Outcome<RecordedAgreement, TakeBackProblem>> {
  const held = await holdProposal(tx, actor, "agreement.edit", request, ["open", "returned"]);
  if (!held.ok) return held;
  const { saved, proposal } = held.value;
  await closeProposal(tx, proposal.id, { state: "withdrawn", reason: proposal.decisionReason });
  await closeReviewWork(tx, saved.id);
  if (saved.publication === "in_review") return succeed(await backToDraft(tx, saved, "taken_back", null));
  if (proposal.kind === "change") await auditChange(tx, saved, "agreement.change_taken_back", null);
  return succeed(saved);
}

async function holdProposal(
  tx: Tx,
  actor: Actor,
  action: "agreement.edit" | "agreement.approve",
  { id, proposalId }: Pick<DecisionRequest, "id" | "proposalId">,
  states: readonly Proposal["state"][] = ["open"],
): Promise<Outcome<Held, HoldProblem>> {
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  if (!isPermitted(actor, action, marksOf(saved))) return refuse({ code: "not_permitted" });
  const proposal = await lockLatestProposal(tx, saved.no);
  const isThis = proposal?.id === proposalId && states.includes(proposal.state);
  return isThis ? succeed({ saved, proposal }) : refuse({ code: "proposal_decided" });
}

async function backToDraft(
  tx: Tx,
  saved: RecordedAgreement,
  action: "returned" | "taken_back",
  reason: string | null,
): Promise<RecordedAgreement> {
  const draft = await setPublication(tx, saved, "draft");
  await appendHistory(tx, action, saved, draft, reason);
  return draft;
}

function auditChange(tx: Tx, { id, ...saved }: RecordedAgreement, action: string, reason: string | null) {
  return recordAudit(tx, { action, subject: { kind: "agreement", id }, marks: marksOf(saved), reason });
}
