/**
 * A person accepts a draft as it was read: the registry records the agreement with its source, and the draft
 * remembers both, in one transaction. Unsettled errors block; the registry's own history is the audit.
 */
import { type Outcome, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { type AgreementFacts, type FactsRefused, recordAgreement } from "../registry/index.ts";
import { type DraftChoice, type HeldDraft, holdForRecording, type RecordingProblem } from "./decide-draft.ts";
import { decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { factsOfDraft } from "./facts-of-draft.ts";
import { writeOutcome } from "./write-outcome.ts";

export type Accepted = Readonly<{ agreementId: string }>;
export type AcceptProblem = RecordingProblem | FactsRefused;

export function acceptDraft(
  database: Database,
  actor: Actor,
  choice: DraftChoice,
  options?: WorkOptions,
): Promise<Outcome<Accepted, AcceptProblem>> {
  return writeOutcome(database, actor, (tx) => acceptInTransaction(tx, choice), options);
}

async function acceptInTransaction(tx: Tx, choice: DraftChoice): Promise<Outcome<Accepted, AcceptProblem>> {
  const held = await holdForRecording(tx, choice);
  if (!held.ok) return held;
  const { draft, document } = held.value;
  return recordHeld(tx, held.value, factsOfDraft(draft.record, document), "accepted");
}

export async function recordHeld(
  tx: Tx,
  { draft }: HeldDraft,
  facts: AgreementFacts,
  action: "accepted" | "accepted_edited",
): Promise<Outcome<Accepted, FactsRefused>> {
  const recorded = await recordAgreement(tx, { facts, reason: null });
  if (!recorded.ok) return recorded;
  const agreementId = recorded.value.id;
  await decideDraft(tx, draft, { state: "accepted", agreementId, facts });
  await appendEvent(tx, { documentId: draft.documentId, draftPosition: draft.position, action, agreementId });
  return succeed({ agreementId });
}
