/** The only door of intake for the application and for slices that contribute layouts. */

export { acceptAllWithoutFindings, type BulkAcceptance, type BulkOptions } from "./accept-all-without-findings.ts";
export { type Accepted, type AcceptProblem, acceptDraft } from "./accept-draft.ts";
export { acceptEditedDraft, type EditedDraft } from "./accept-edited-draft.ts";
export { type CheckReport, checkAgreementSurvey } from "./agreement-survey/index.ts";
export { changeMapping, type MappingProblem, saveMapping } from "./change-mapping.ts";
export type {
  ContributedCorrection,
  CorrectionPart,
  FactDifference,
  OpenedPart,
  PartForm,
} from "./contributed-correction.ts";
export type {
  ContributedAcceptance,
  ContributedCandidate,
  ContributedDone,
  ContributedDraft,
  ContributedDrafts,
  ContributedFindingWords,
  ContributedLink,
  ContributedRefused,
  ContributedUndo,
} from "./contributed-drafts.ts";
export { type CorrectProblem, correctDraft, type DraftCorrection, undoCorrection } from "./correct-draft.ts";
export {
  type AcceptedRecord,
  acceptContributed,
  type ContributedChoice,
  type ContributedLinkChoice,
  linkContributed,
} from "./decide-contributed.ts";
export type { DraftChoice } from "./decide-draft.ts";
export { describeProblem } from "./describe-problem.ts";
export type { DocumentReading, ImportReport, PlacedFinding } from "./document-reading.ts";
export type { ContributedRecord, DraftRecord, RowRecord, SheetRecord } from "./draft-record.ts";
export { type Candidate, findCandidates } from "./find-candidates.ts";
export { findingMessage, findingTitle } from "./finding-words.ts";
export {
  type Imported,
  type ImportOptions,
  importDocument,
  importSource,
  type UploadedFile,
} from "./import-document.ts";
export type * from "./imported-document.ts";
export type { Layout, LayoutReading } from "./layout.ts";
export { agreementLayouts, type LayoutChoice, layoutNames, type ReadingLayout, readingLayout } from "./layouts.ts";
export { LEFT_REASONS, type LeftReason } from "./left-reason.ts";
export { type DraftLink, type LinkProblem, linkDraft } from "./link-draft.ts";
export { leftReasons } from "./messages.ja.ts";
export { intakeMigrations } from "./migrations/index.ts";
export { importsInAudit } from "./pages/imports-in-audit.ts";
export { intakeOfficePlaces } from "./places.ts";
export type * from "./problems.ts";
export { readDocument } from "./read-document.ts";
export { type ReopenProblem, reopenDraft } from "./reopen-draft.ts";
export { groupSameFindings } from "./same-finding.ts";
export { settleFinding, unsettleFinding } from "./settle-finding.ts";
export { type SettleTogetherProblem, settleTogether } from "./settle-together.ts";
export { type SkipProblem, skipDraft } from "./skip-draft.ts";
export { type UndoAcceptanceProblem, undoAcceptance } from "./undo-acceptance.ts";
