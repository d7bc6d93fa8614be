/** Why the registry refuses. Each use case names the ones it may answer; messages.ja.ts has a sentence for each. */
import type { FactName, RecordedAgreement } from "./recorded-agreement.ts";
import type { FactProblem } from "./validate-agreement-facts.ts";

export type AgreementNotFound = Readonly<{ code: "agreement_not_found"; id: string }>;
/** The actor may not do this to this record (403). Whether others may is not said. */
export type NotPermitted = Readonly<{ code: "not_permitted" }>;
/** What the public reads is changed only through a proposal that another person approves. */
export type ApprovalNeeded = Readonly<{ code: "approval_needed" }>;
/** The record waits for approval; whoever sent it takes it back before it is changed. */
export type InReview = Readonly<{ code: "in_review" }>;
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
