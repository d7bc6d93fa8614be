/** The only door of programmes for the application and for later slices. */
export * from "./anniversaries.ts";
export { checkProgramme, type DisagreementCode, type ProgrammeDisagreement } from "./check-programme.ts";
export { listMissing, MISSING_CODES, type Missing, type MissingCode } from "./checklist.ts";
export { compareYears, type FigureComparison, type NotComparable, partOfYear } from "./compare-years.ts";
export type { ProgrammeSide, SidedCriteria } from "./criteria-query.ts";
export {
  type ApprovalOfProgramme,
  type ApproveProgrammeProblem,
  approveProgramme,
  type ProgrammeRequest,
  type ReturnProgrammeProblem,
  returnProgramme,
  type SubmitProblem,
  submitProgramme,
  type TakeBackProgrammeProblem,
  takeBackProgramme,
} from "./decide-programme.ts";
export { type ChangedProgramme, editProgramme } from "./edit-programme.ts";
export { type EnteredYear, enterYear, enterYears, type YearReason } from "./enter-years.ts";
export { type FoundDate, type FoundDates, findEventDates, readEventDate, type SaidWeekday } from "./event-dates.ts";
export * from "./events-query.ts";
export {
  countYearStatuses,
  PROGRAMME_FACETS,
  type ProgrammeFacet,
  type ProgrammeFacetCount,
  type ProgrammeFacetCounts,
  programmeFacetCounts,
  type YearStatusCount,
} from "./facet-counts-query.ts";
export { programmeDrafts } from "./import/programme-drafts.ts";
export { type LinkedProgramme, programmesOfAgreement } from "./linked-programmes-query.ts";
export * from "./list-programmes-query.ts";
export { programmeWords as programmeWordsEn } from "./messages.en.ts";
export { type ProgrammeWords, programmeWords } from "./messages.ja.ts";
export { programmeRefusals as programmeRefusalsEn } from "./messages-refusals.en.ts";
export { type ProgrammeRefusalWords, programmeRefusals } from "./messages-refusals.ja.ts";
export { programmeMigrations } from "./migrations/index.ts";
export { listOwnProgrammes, listPublishedOf } from "./own-programmes-query.ts";
export { programmesInOpenData } from "./pages/data/programmes-in-open-data.ts";
export { programmesInAudit } from "./pages/programmes-in-audit.ts";
export { programmesInHandover } from "./pages/programmes-in-handover.ts";
export { programmesOfAgreements } from "./pages/programmes-of-agreements.ts";
export * from "./people-totals-query.ts";
export { type ProgrammeRefusalStatus, programmeRefusalStatus } from "./problem-status.ts";
export type * from "./problems.ts";
export * from "./programme.ts";
export { programmeAddress } from "./programme-address.ts";
export { programmeAddresses } from "./programme-addresses-query.ts";
export { programmeAsOf } from "./programme-as-of.ts";
export * from "./programme-criteria.ts";
export {
  listProgrammeHistory,
  listPublicProgrammeHistory,
  type ProgrammeAction,
  type ProgrammeHistoryEntry,
  type PublicProgrammeHistoryEntry,
} from "./programme-history-store.ts";
export {
  type PublishProgrammeProblem,
  publishProgramme,
  type WithdrawProgrammeProblem,
  withdrawProgramme,
} from "./programme-publication.ts";
export { programmeFactsSchema, statedDateSchema, yearEntrySchema } from "./programme-schema.ts";
export { findProgramme, findProgrammes, findPublishedProgramme, findPublishedProgrammes } from "./programme-store.ts";
export * from "./programme-year.ts";
export * from "./reciprocity.ts";
export { type NewProgramme, type RecordProgrammeProblem, recordProgramme } from "./record-programme.ts";
export * from "./recorded-programme.ts";
export {
  isTurnYear,
  type NextTurn,
  type NoNextTurn,
  nextTurn,
  readRecurrence,
  sidesOf,
  type Turn,
} from "./recurrence.ts";
export { buildAnnualReport, type ReportOptions, type ReportProblem } from "./report/build-annual-report.ts";
export {
  type ReportOfBody,
  type ReportOfBodyProblem,
  type ReportRequest,
  reportOfBody,
} from "./report/report-of-body.ts";
export { DEFAULT_TEMPLATE, type ReportTemplate } from "./report/report-template.ts";
export { messages as programmeFindingSentencesEn } from "./report-layout/messages.en.ts";
export { messages as programmeFindingSentences } from "./report-layout/messages.ja.ts";
export {
  PROGRAMME_REPORT,
  type ProgrammeReportReading,
  programmeReportLayout,
  readProgrammeReport,
} from "./report-layout/programme-report.ts";
export { type Restoration, type RestorePart, restoreParts, restoreProgramme } from "./restore-programme.ts";
export { type RollForwardProblem, rollForward } from "./roll-forward.ts";
export {
  previewRollForward,
  type RollPreview,
  type RollRequest,
  type RollTarget,
  rollForwardYear,
  undoRollForward,
} from "./roll-forward-year.ts";
export { loadProgrammeSample } from "./sample/load-sample.ts";
export { type ProgrammeSample, programmeSampleSchema } from "./sample/sample-file.ts";
export { type StatedDate, stateDate } from "./stated-date.ts";
export { compareWithRecords, entriesToSave } from "./template/compare-with-records.ts";
export {
  programmesToWorkbook,
  type WorkbookOptions,
  type WorkbookProgramme,
} from "./template/programmes-to-workbook.ts";
export type { WorkbookChange, WorkbookComparison } from "./template/workbook-comparison.ts";
export {
  type ProgrammeFactProblem,
  type ProgrammeFactProblemCode,
  validateProgrammeFacts,
} from "./validate-programme-facts.ts";
export * from "./year-matrix-query.ts";
export * from "./year-status.ts";
