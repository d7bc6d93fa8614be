/** What every decision on a draft begins with: hold the draft, and see that nobody decided on it first. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts } from "../registry/index.ts";
import { findDocument } from "./document-store.ts";
import { isOfAgreement, lockDraft } from "./draft-store.ts";
import { listOpenNumbers } from "./finding-store.ts";
import type { ImportDraft, ImportedDocument, StoredDraft } from "./imported-document.ts";
import type {
  BlockedByFindings,
  DocumentNotFound,
  DraftChanged,
  DraftNotFound,
  IntakeReasonMissing,
  MappingUnconfirmed,
  PersonalMailbox,
} from "./problems.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";

export type DraftChoice = Readonly<{
  documentId: string;
  position: number;
  /** The version the person looked at. */
  expectedVersion: number;
}>;

export type HeldDraft<Draft extends StoredDraft = ImportDraft> = Readonly<{
  document: ImportedDocument;
  draft: Draft;
}>;
export type HoldProblem = DocumentNotFound | DraftNotFound | DraftChanged;

/** @param mine the facts a person typed, so that the page of a stale decision can show both. */
export async function holdDraft(
  tx: Tx,
  { documentId, position, expectedVersion }: DraftChoice,
  mine: AgreementFacts | null = null,
): Promise<Outcome<HeldDraft<StoredDraft>, HoldProblem>> {
  const document = await findDocument(tx, documentId);
  if (document === undefined) return refuse({ code: "document_not_found" });
  const draft = await lockDraft(tx, documentId, position);
  if (draft === undefined) return refuse({ code: "draft_not_found" });
  if (draft.version !== expectedVersion) return refuse({ code: "draft_changed", draft, mine });
  return succeed({ document, draft });
}

export type RecordingProblem = HoldProblem | BlockedByFindings | MappingUnconfirmed;

/** For decisions that write to the registry: an agreement's draft, and the conditions of every record. */
export async function holdForRecording(
  tx: Tx,
  choice: DraftChoice,
  mine: AgreementFacts | null = null,
): Promise<Outcome<HeldDraft, RecordingProblem>> {
  const held = await holdUndecided(tx, choice, mine);
  if (!held.ok) return held;
  const { document, draft } = held.value;
  return isOfAgreement(draft) ? succeed({ document, draft }) : refuse({ code: "draft_not_found" });
}

/** For decisions that make a record: the draft is pending, and no unsettled error stands in the way. */
export async function holdUndecided(
  tx: Tx,
  choice: DraftChoice,
  mine: AgreementFacts | null = null,
): Promise<Outcome<HeldDraft<StoredDraft>, RecordingProblem>> {
  const held = await holdDraft(tx, choice, mine);
  if (!held.ok) return held;
  const { document, draft } = held.value;
  if (draft.state !== "pending") return refuse({ code: "draft_changed", draft, mine });
  if (!document.mappingConfirmed) return refuse({ code: "mapping_unconfirmed" });
  const numbers = await listOpenNumbers(tx, draft.documentId, draft.position, ["error"]);
  return numbers.length > 0 ? refuse({ code: "blocked_by_findings", numbers }) : held;
}

/** A reason is written into the history, so it must be there and hold no personal-looking address. */
export function checkReason(reason: string): Outcome<string, IntakeReasonMissing | PersonalMailbox> {
  const text = reason.trim();
  if (text === "") return refuse({ code: "reason_missing" });
  return withoutMailboxes(text) === text ? succeed(text) : refuse({ code: "personal_mailbox_in_reason" });
}
