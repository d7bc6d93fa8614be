/** Why the programmes refuse. Each use case names the ones it may answer; the pages have a sentence for each. */
import type { PersonalData } from "../kernel/personal-data.ts";
import type { ProgrammeFactName, RecordedProgramme } from "./recorded-programme.ts";
import type { ProgrammeFactProblem } from "./validate-programme-facts.ts";

export type ProgrammeNotFound = Readonly<{ code: "programme_not_found"; id: string }>;
/** The actor may not do this to this programme (403). Whether others may is not said. */
export type NotPermitted = Readonly<{ code: "not_permitted" }>;
/** No local government and no body has this code. */
export type OwnerUnknown = Readonly<{ code: "owner_unknown"; owner: string }>;
export type InvalidProgrammeFacts = Readonly<{
  code: "invalid_facts";
  problems: readonly ProgrammeFactProblem[];
}>;
/** The reader reads no agreement with these ids. */
export type AgreementsUnknown = Readonly<{ code: "agreements_unknown"; ids: readonly string[] }>;
/** Someone saved this programme first; nothing of the caller's is saved. */
export type StaleProgramme = Readonly<{
  code: "stale_version";
  saved: RecordedProgramme;
  /** Facts in which the saved programme and the caller's differ. */
  differing: readonly ProgrammeFactName[];
}>;
/** It waits for approval; whoever sent it takes it back before it is changed. */
export type InReview = Readonly<{ code: "in_review" }>;
/** It does not wait for approval, or somebody decided about it first. */
export type NotInReview = Readonly<{ code: "not_in_review" }>;
/** Nobody approves what they sent themselves. */
export type OwnSubmission = Readonly<{ code: "own_submission" }>;
/** What is worked on is what was approved last. */
export type NothingToSubmit = Readonly<{ code: "nothing_to_submit" }>;
/** The body asks for approval: it is submitted, and another person publishes it. */
export type ApprovalNeeded = Readonly<{ code: "approval_needed" }>;
export type AlreadyPublished = Readonly<{ code: "already_published" }>;
export type AlreadyWithdrawn = Readonly<{ code: "already_withdrawn" }>;
export type ReasonMissing = Readonly<{ code: "reason_missing" }>;
export type MailboxInReason = Readonly<{ code: "personal_mailbox_in_reason" }>;
/** What looks like personal data would be published, and nobody has said why it may. */
export type PersonalDataUnconfirmed = Readonly<{
  code: "personal_data_unconfirmed";
  warnings: readonly PersonalData[];
}>;
/** The roll-forward cannot be undone for these: something was entered since, or they wait for approval. */
export type RollNotUndone = Readonly<{ code: "roll_forward_in_use"; ids: readonly string[] }>;
export type NothingRolled = Readonly<{ code: "nothing_rolled_forward" }>;
export type VersionNotFound = Readonly<{ code: "version_not_found" }>;
/** No part of the earlier version was chosen. */
export type NothingToRestore = Readonly<{ code: "nothing_to_restore" }>;
/** One or more of many were refused; nothing of all is saved. `index` counts from 0 in the order given. */
export type SomeRefused = Readonly<{
  code: "some_refused";
  refused: readonly Readonly<{ index: number; id: string; problem: ProgrammeProblem }>[];
}>;

export type ProgrammeProblem =
  | ProgrammeNotFound
  | NotPermitted
  | OwnerUnknown
  | InvalidProgrammeFacts
  | AgreementsUnknown
  | StaleProgramme
  | InReview
  | NotInReview
  | OwnSubmission
  | NothingToSubmit
  | ApprovalNeeded
  | AlreadyPublished
  | AlreadyWithdrawn
  | ReasonMissing
  | MailboxInReason
  | PersonalDataUnconfirmed
  | RollNotUndone
  | NothingRolled
  | VersionNotFound
  | NothingToRestore
  | SomeRefused;
