/** Why the registry refuses. Each use case names the ones it may answer; messages.ja.ts has a sentence for each. */
import type { PersonalData } from "../kernel/personal-data.ts";
import type { FactName, RecordedAgreement } from "./recorded-agreement.ts";
import type { FactProblem } from "./validate-agreement-facts.ts";

export type AgreementNotFound = Readonly<{ code: "agreement_not_found"; id: string }>;
/** The actor may not do this to this record (403). Whether others may is not said. */
export type NotPermitted = Readonly<{ code: "not_permitted" }>;
/** What the public reads is changed only through a proposal that another person approves. */
export type ApprovalNeeded = Readonly<{ code: "approval_needed" }>;
/** The record waits for approval; whoever sent it takes it back before it is changed. */
export type InReview = Readonly<{ code: "in_review" }>;
/** `index` says which entry of a list, from 0. */
export type PersonalDataWarning = PersonalData & Readonly<{ fact: FactName; index?: number }>;
/** What looks like personal data would be published, and nobody has said why it may. */
export type PersonalDataUnconfirmed = Readonly<{
  code: "personal_data_unconfirmed";
  warnings: readonly PersonalDataWarning[];
}>;
/** The facts are those of the record. */
export type NothingChanged = Readonly<{ code: "nothing_changed" }>;
/** A change of this record waits already. */
export type ProposalOpen = Readonly<{ code: "proposal_open" }>;
/** Nothing waits, or somebody decided about it first. */
export type ProposalDecided = Readonly<{ code: "proposal_decided" }>;
/** Nobody approves what they proposed themselves. */
export type OwnProposal = Readonly<{ code: "own_proposal" }>;
/** The record changed since in the same facts; it goes back to the proposer. */
export type ProposalStale = Readonly<{ code: "proposal_stale"; inConflict: readonly FactName[] }>;
export type InvalidFacts = Readonly<{ code: "invalid_facts"; problems: readonly FactProblem[] }>;
export type CounterpartUnknown = Readonly<{ code: "counterpart_unknown"; ids: readonly string[] }>;
/** Someone saved this record first; nothing of the caller's is saved. */
export type StaleVersion = Readonly<{
  code: "stale_version";
  saved: RecordedAgreement;
  /** Facts in which the saved record and the caller's differ. */
  differing: readonly FactName[];
}>;
/** The record lives on in another one; it cannot be changed by itself. */
export type AgreementMerged = Readonly<{ code: "agreement_merged"; into: string }>;
export type AlreadyPublished = Readonly<{ code: "already_published" }>;
export type AlreadyWithdrawn = Readonly<{ code: "already_withdrawn" }>;
export type ReasonMissing = Readonly<{ code: "reason_missing" }>;
export type MailboxInReason = Readonly<{ code: "personal_mailbox_in_reason" }>;
export type SameAgreement = Readonly<{ code: "same_agreement" }>;
export type MergeNotFound = Readonly<{ code: "merge_not_found" }>;
export type MergeUndone = Readonly<{ code: "merge_already_undone" }>;
export type VersionNotFound = Readonly<{ code: "version_not_found" }>;

export type RegistryProblem =
  | AgreementNotFound
  | NotPermitted
  | ApprovalNeeded
  | InReview
  | PersonalDataUnconfirmed
  | NothingChanged
  | ProposalOpen
  | ProposalDecided
  | OwnProposal
  | ProposalStale
  | InvalidFacts
  | CounterpartUnknown
  | StaleVersion
  | AgreementMerged
  | AlreadyPublished
  | AlreadyWithdrawn
  | ReasonMissing
  | MailboxInReason
  | SameAgreement
  | MergeNotFound
  | MergeUndone
  | VersionNotFound;
