/**
 * A person accepts a draft as it was read: the registry records the agreement with its source, and the draft
 * remembers both, in one transaction. Unsettled errors block; the registry's own history is the audit.
 *
 * A sheet that looks the same as a record, or prints 【再掲】, would be counted as one more agreement with a main
 * listing of its own. That takes a person's word that it is another agreement.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { type AgreementFacts, type RecordProblem, recordAgreement } from "../registry/index.ts";
import { type DraftChoice, type HeldDraft, holdForRecording, type RecordingProblem } from "./decide-draft.ts";
import { decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { statedFacts } from "./facts-of-draft.ts";
import { findAcceptedOriginal } from "./find-accepted-original.ts";
import { findCandidates } from "./find-candidates.ts";
import { findPersonalConfirmation } from "./finding-store.ts";
import type { ImportDraft } from "./imported-document.ts";
import type { LooksRecorded, RelistingAlone } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type Accepted = Readonly<{ agreementId: string }>;
export type AcceptProblem = RecordingProblem | LooksRecorded | RelistingAlone | RecordProblem;
export type AcceptChoice = DraftChoice &
  Readonly<{
    /** The person says that this is another agreement than the one it looks like or repeats. */
    isAnother?: boolean;
  }>;

export function acceptDraft(
  database: Database,
  actor: Actor,
  choice: AcceptChoice,
  options?: WorkOptions,
): Promise<Outcome<Accepted, AcceptProblem>> {
  return writeOutcome(database, actor, (tx) => acceptInTransaction(tx, actor, choice), options);
}

async function acceptInTransaction(
  tx: Tx,
  actor: Actor,
  choice: AcceptChoice,
): Promise<Outcome<Accepted, AcceptProblem>> {
  const held = await holdForRecording(tx, choice);
  if (!held.ok) return held;
  const { draft, document } = held.value;
  const facts = statedFacts(draft, document);
  const doubt = await findDoubt(tx, draft, facts, choice);
  return doubt === null
    ? recordHeld(tx, actor, held.value, facts, draft.edited === null ? "accepted" : "accepted_edited")
    : refuse(doubt);
}

/** @param facts as they would be recorded; null when nothing speaks against a record of its own. */
export async function findDoubt(
  tx: Tx,
  draft: ImportDraft,
  facts: AgreementFacts,
  { isAnother = false }: AcceptChoice,
): Promise<LooksRecorded | RelistingAlone | null> {
  if (isAnother) return null;
  const original = await findAcceptedOriginal(tx, draft);
  if (original !== undefined) return { code: "looks_recorded", agreementId: original.agreementId };
  const same = (await findCandidates(tx, facts)).find(({ comparison }) => comparison.looksSame);
  if (same !== undefined) return { code: "looks_recorded", agreementId: same.agreement.id };
  return draft.record.relisted ? { code: "relisting_alone" } : null;
}

export async function recordHeld(
  tx: Tx,
  actor: Actor,
  { draft }: HeldDraft,
  facts: AgreementFacts,
  action: "accepted" | "accepted_edited",
): Promise<Outcome<Accepted, RecordProblem>> {
  const confirmation = await findPersonalConfirmation(tx, draft);
  const recorded = await recordAgreement(tx, actor, { facts, reason: null, confirmation });
  if (!recorded.ok) return recorded;
  const agreementId = recorded.value.id;
  const standing = recorded.value.publication;
  const edited = action === "accepted_edited" ? { edited: facts } : {};
  await decideDraft(tx, draft, { state: "accepted", agreementId, facts, standing, ...edited });
  await appendEvent(tx, { documentId: draft.documentId, draftPosition: draft.position, action, agreementId });
  return succeed({ agreementId });
}
