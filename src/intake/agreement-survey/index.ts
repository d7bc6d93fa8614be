/** The agreement survey layout, as the rest of intake uses it. */
export {
  AGREEMENT_SURVEY,
  type AgreementSurveyReading,
  agreementSurveyLayout,
  readAgreementSurvey,
} from "./agreement-survey.ts";
export { type CheckReport, checkAgreementSurvey, readAndCheckSurvey } from "./check-agreement-survey.ts";
export type { FindingCode } from "./codes.ts";
export type { ContentsEntry } from "./contents.ts";
export { findingsOfSheet, type SurveyFinding } from "./findings.ts";
export type { AgreementSheet } from "./sheet.ts";
