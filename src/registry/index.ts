/** The only door of the registry for other slices, pages and the application. */
export * from "./agreement.ts";
export { agreementAddresses } from "./agreement-addresses-query.ts";
export { agreementAsOf, type Moment } from "./agreement-as-of.ts";
export { agreementsByNumber, type NamedPartner, partnersInAgreements } from "./agreement-choices-query.ts";
export { orderingDate } from "./agreement-keys.ts";
export { findAgreement } from "./agreement-store.ts";
export { type ApprovalRequest, type AskProblem, askApproval } from "./ask-approval.ts";
export { type AgreementBeginning, agreementsWithAnniversary } from "./beginnings-query.ts";
export { cellCriteria, type Measure } from "./cell-criteria.ts";
export { refuseReason, refuseRequiredReason, withConfirmation } from "./change-reason.ts";
export { counterpartNameOf } from "./counterpart-name.ts";
export { counterpartsInAudit } from "./counterparts/counterparts-in-audit.ts";
export * from "./criteria.ts";
export {
  agreementAddress,
  counterpartAddress,
  countryAddress,
  governmentAddress,
  type ListPlace,
  listAddress,
} from "./criteria-address.ts";
export { fieldSaid, onlySaid, writeParameters } from "./criteria-parameters.ts";
export * from "./cross-table.ts";
export {
  type ApproveProblem,
  approveProposal,
  type DecisionRequest,
  type ReturnProblem,
  returnProposal,
  type TakeBackProblem,
  takeBackProposal,
} from "./decide-proposal.ts";
export { type ChangedAgreement, type EditProblem, editAgreement } from "./edit-agreement.ts";
export { type AgreementRow, agreementOf, agreementsForExport } from "./export-agreements-query.ts";
export type { Totals } from "./facets/facet-counts.ts";
export { FACETS, type Facet } from "./facets/facet-row.ts";
export { type FacetCount, type FacetCounts, facetCounts } from "./facets/facets-query.ts";
export * from "./field.ts";
export {
  type HistoryAction,
  type HistoryEntry,
  listHistory,
  listPublicHistory,
  type PublicHistoryEntry,
} from "./history-store.ts";
export { type HomeFigures, homeFigures } from "./home-figures-query.ts";
export {
  type AgreementPage,
  type AgreementSummary,
  type ListRequest,
  listAgreements,
} from "./list-agreements-query.ts";
export { syncLocalGovernments } from "./local-government-store.ts";
export { type Merged, type MergeProblem, type MergeRequest, mergeAgreements } from "./merge-agreements.ts";
export { findMergeTarget, listMergesInto, type MergeInForce } from "./merge-store.ts";
export { registryMessages } from "./messages.ja.ts";
export { registryMigrations } from "./migrations/index.ts";
export {
  DEFAULT_SORT,
  type PageKey,
  type PageRequest,
  readPageKey,
  readSort,
  SORTS,
  type Sort,
  writePageKey,
} from "./page-key.ts";
export { agreementsInAudit } from "./pages/agreements-in-audit.ts";
export { agreementExports } from "./pages/data/agreement-exports.ts";
export { attachment, type CsvRow, csvColumns, jsonDocument } from "./pages/data/file-answer.ts";
export { dayText, instantText } from "./pages/date-view.ts";
export { dateRoleText, factLabel, factText } from "./pages/fact-text.ts";
export { AgreementForm } from "./pages/forms/agreement-form.tsx";
export { knownCounterparts } from "./pages/forms/counterpart-query.ts";
export { formText } from "./pages/forms/form-fields.ts";
export {
  type FormInput,
  inputOfFacts,
  readAgreementInput,
  withRoom,
  withRowsAskedFor,
} from "./pages/forms/form-input.ts";
export type { InputProblem } from "./pages/forms/input-problem.ts";
export { factProblemText } from "./pages/forms/problem-words.ts";
export { type ReadFacts, readFacts } from "./pages/forms/read-facts.ts";
export { Typed } from "./pages/forms/typed.tsx";
export { en as registryMessagesEn } from "./pages/messages-refusals.en.ts";
export { type LinkedRecord, type LinkedRecords, type OpenData, todayInJapan } from "./pages/page-context.ts";
export { countryText, fieldText, governmentText, prefectureText } from "./pages/place-names.ts";
export { momentAsked } from "./pages/record/moment-asked.ts";
export { warnPersonalData } from "./personal-data-warnings.ts";
export {
  type AgreementsOfGovernment,
  agreementsOfGovernment,
  type CountedCounterpart,
  type CountedGovernment,
  type Counterpart,
  counterpartsOfCountry,
  findCounterpart,
  governmentsWithAgreements,
  type Inheritance,
  similarCounterparts,
} from "./places-query.ts";
export * from "./printed-table.ts";
export type * from "./problems.ts";
export { agreementsInHandover } from "./promises/handover-relations-query.ts";
export type { Proposal, ProposalKind, ProposalState } from "./proposal.ts";
export { findLatestProposal, listProposals } from "./proposal-store.ts";
export { type ProposedChange, type ProposeProblem, proposeChange } from "./propose-change.ts";
export { type PublicationRequest, type PublishProblem, publishAgreement } from "./publish-agreement.ts";
export { type FactsRefused, type NewAgreement, type RecordProblem, recordAgreement } from "./record-agreement.ts";
export * from "./recorded-agreement.ts";
export {
  allGovernments,
  findGovernment,
  governmentsNamed,
  type LocalGovernment,
  prefectureOf,
} from "./reference/local-governments.ts";
export { type RelatedAgreement, type RelationReason, relatedAgreements } from "./related-agreements-query.ts";
export type { CheckedRelease, Release, ReleaseEntry, ReleaseSheet } from "./release.ts";
export { checkRelease, prepareRelease } from "./release-checks.ts";
export type { CellValues, ListingPlace, ReleaseDisagreement } from "./release-disagreements.ts";
export { type RecountedRow, type RecountedTable, recountTables } from "./release-recount.ts";
export { loadSample } from "./sample/load-sample.ts";
export { type Sample, sampleFacts, sampleSchema } from "./sample/sample-file.ts";
export { type Alternative, expandQuery, type Term } from "./search/expand-term.ts";
export type { MatchedFact, MatchedPlace } from "./search/explain-match.ts";
export { type Search, type SearchExplanation, searchAgreements } from "./search/search-query.ts";
export { type SourceInUse, sourcesInUse } from "./sources-query.ts";
export { tableToCsv, tableToJson, tableToMarkdown } from "./table-formats.ts";
export { listingFacts, type TabulationRequest, tabulate } from "./tabulate.ts";
export { type LinkedAgreement, linkedAgreements, titlesOfAgreements } from "./titles-store.ts";
export { type Separated, type UndoMerge, type UndoMergeProblem, undoMerge } from "./undo-merge.ts";
export { type FactProblem, type FactProblemCode, validateAgreementFacts } from "./validate-agreement-facts.ts";
export { type Withdrawal, type WithdrawProblem, withdrawAgreement } from "./withdraw-agreement.ts";
