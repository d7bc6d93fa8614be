/** The only door of programmes for the application and for later slices. */
export * from "./anniversaries.ts";
export { checkProgramme, type DisagreementCode, type ProgrammeDisagreement } from "./check-programme.ts";
export { listMissing, MISSING_CODES, type Missing, type MissingCode } from "./checklist.ts";
export { compareYears, type FigureComparison, type NotComparable, partOfYear } from "./compare-years.ts";
export { type FoundDate, type FoundDates, findEventDates, readEventDate, type SaidWeekday } from "./event-dates.ts";
export { programmeWords as programmeWordsEn } from "./messages.en.ts";
export { type ProgrammeWords, programmeWords } from "./messages.ja.ts";
export * from "./programme.ts";
export { programmeFactsSchema, statedDateSchema, yearEntrySchema } from "./programme-schema.ts";
export * from "./programme-year.ts";
export * from "./reciprocity.ts";
export {
  isTurnYear,
  type NextTurn,
  type NoNextTurn,
  nextTurn,
  readRecurrence,
  sidesOf,
  type Turn,
} from "./recurrence.ts";
export { messages as programmeFindingSentencesEn } from "./report-layout/messages.en.ts";
export { messages as programmeFindingSentences } from "./report-layout/messages.ja.ts";
export {
  PROGRAMME_REPORT,
  type ProgrammeReportReading,
  programmeReportLayout,
  readProgrammeReport,
} from "./report-layout/programme-report.ts";
export { type RollForwardProblem, rollForward } from "./roll-forward.ts";
export { type ProgrammeSample, programmeSampleSchema } from "./sample/sample-file.ts";
export { type StatedDate, stateDate } from "./stated-date.ts";
export * from "./year-status.ts";
