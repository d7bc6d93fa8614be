/** Why intake refuses. Each use case names the ones it may answer; messages.ja.ts has a sentence for each. */
import type { ReadProblem } from "../documents/read-problem.ts";
import type { AgreementFacts, FactName, RecordedAgreement, RegistryProblem } from "../registry/index.ts";
import type { ContributedRefused } from "./contributed-drafts.ts";
import type { StoredDraft } from "./imported-document.ts";

export type DocumentNotFound = Readonly<{ code: "document_not_found" }>;
export type DraftNotFound = Readonly<{ code: "draft_not_found" }>;
export type FindingNotFound = Readonly<{ code: "finding_not_found" }>;
/** Findings that do not say the same thing are not settled with one reason. */
export type FindingsDiffer = Readonly<{ code: "findings_differ" }>;
/** No layout recognises the document, or none has the name asked for. */
export type LayoutUnknown = Readonly<{ code: "layout_unknown"; name: string | null }>;
/** Someone decided on this draft first; nothing of the caller's is saved. */
export type DraftChanged = Readonly<{ code: "draft_changed"; draft: StoredDraft; mine: AgreementFacts | null }>;
/** Unsettled error findings stand in the way; numbers within the document. */
export type BlockedByFindings = Readonly<{ code: "blocked_by_findings"; numbers: readonly number[] }>;
/** The registry has a record that looks the same; only a person may say that this is another agreement. */
export type LooksRecorded = Readonly<{ code: "looks_recorded"; agreementId: string }>;
/** The sheet prints 【再掲】 and its original has no record yet, so its field would become the main listing. */
export type RelistingAlone = Readonly<{ code: "relisting_alone" }>;
/** The columns of a table were only guessed so far. */
export type MappingUnconfirmed = Readonly<{ code: "mapping_unconfirmed" }>;
export type IntakeReasonMissing = Readonly<{ code: "reason_missing" }>;
/** Everything of that acceptance was decided anew or taken back already. */
export type NothingToUndo = Readonly<{ code: "nothing_to_undo" }>;
/** Why one draft cannot be put back. */
export type StuckDraft = Readonly<{ draft: StoredDraft; problem: IntakeProblem }>;
/** Of an acceptance some cannot be taken back; nothing was, until the person says that these stay. */
export type AcceptanceStuck = Readonly<{
  code: "acceptance_stuck";
  stuck: readonly StuckDraft[];
  /** How many could be taken back. */
  others: number;
}>;
export type DraftStillPending = Readonly<{ code: "draft_still_pending" }>;
/** The record was changed after the draft was accepted, so taking that back would lose something. */
export type AgreementChangedSince = Readonly<{ code: "agreement_changed_since"; agreementId: string }>;
/** The record changed between looking at the differences and confirming the link. */
export type LinkStale = Readonly<{ code: "link_stale"; saved: RecordedAgreement; differing: readonly FactName[] }>;
/** Not one pair was chosen. */
export type NothingChosen = Readonly<{ code: "nothing_chosen" }>;
/** Some drafts cannot be linked to the record chosen; none was. */
export type LinksRefused = Readonly<{
  code: "links_refused";
  refused: readonly Readonly<{ position: number; problem: IntakeProblem }>[];
}>;
/** Decisions were made on drafts that another mapping would replace. */
export type ReviewBegun = Readonly<{ code: "review_begun" }>;
export type MappingIncomplete = Readonly<{ code: "mapping_incomplete"; missing: readonly string[] }>;
export type MappingNameMissing = Readonly<{ code: "mapping_name_missing" }>;
/** A personal-looking address may not be written anywhere, reasons included. */
export type PersonalMailbox = Readonly<{ code: "personal_mailbox_in_reason" }>;

/** The document seems to be of another body than the person's; whose the record becomes has to be chosen. */
export type OwnerDiffers = Readonly<{ code: "owner_differs"; name: string }>;
/** Whose the record becomes has to be said. */
export type OwnerMissing = Readonly<{ code: "owner_missing" }>;

export type IntakeProblem = ReadProblem | RegistryProblem | IntakeOwnProblem | ContributedRefused;

export type IntakeOwnProblem =
  | DocumentNotFound
  | DraftNotFound
  | FindingNotFound
  | FindingsDiffer
  | LayoutUnknown
  | DraftChanged
  | BlockedByFindings
  | LooksRecorded
  | RelistingAlone
  | MappingUnconfirmed
  | IntakeReasonMissing
  | DraftStillPending
  | NothingToUndo
  | AcceptanceStuck
  | OwnerMissing
  | OwnerDiffers
  | AgreementChangedSince
  | LinkStale
  | NothingChosen
  | LinksRefused
  | ReviewBegun
  | MappingIncomplete
  | MappingNameMissing
  | PersonalMailbox;
