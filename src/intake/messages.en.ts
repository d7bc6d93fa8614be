/** English for why intake refuses. */
import { FACT_NAMES, factLabel } from "../registry/index.ts";
import type { ownProblems as ja } from "./messages.ja.ts";

const personalFindings = {
  personal_mobile_number: "a mobile number",
  personal_participant_name: "the name of a young participant",
};

function personalFindingMessage(code: keyof typeof personalFindings, fact: unknown): string {
  const named = FACT_NAMES.find((name) => name === fact);
  return `What looks like ${personalFindings[code]} stands in “${named === undefined ? "" : factLabel(named, "en")}”. Check whether it may be published, and settle this with a reason.`;
}

export const personalSentences = {
  personal_mobile_number: ({ fact }: Readonly<Record<string, unknown>>) =>
    personalFindingMessage("personal_mobile_number", fact),
  personal_participant_name: ({ fact }: Readonly<Record<string, unknown>>) =>
    personalFindingMessage("personal_participant_name", fact),
};

export const ownProblems: typeof ja = {
  document_not_found: "There is no such import.",
  owner_differs: "The document seems to be of another body. Choose whose record it becomes. Nothing has been saved.",
  owner_missing: "Say whose record it becomes, by the five-digit code of the local government.",
  draft_not_found: "There is no such sheet.",
  finding_not_found: "There is no such finding.",
  findings_differ: "Only findings that say the same thing are settled together.",
  layout_unknown:
    "The layout of this document is not known. Survey reports on agreements and tables with a header row (Excel, CSV) can be read. Nothing was recorded.",
  draft_changed: "Someone decided on this sheet first. Your action is not saved yet.",
  blocked_by_findings: "Blocking findings are still open. Settle them first.",
  looks_recorded:
    "A record that looks the same exists. Look at the differences, then link to it or accept this as another agreement.",
  relisting_alone:
    "The sheet prints 【再掲】 (relisting), and its main sheet has no record yet. Accept the main sheet first, or accept this as another agreement.",
  mapping_unconfirmed: "The columns are not confirmed yet. Check first what each column means.",
  reason_missing: "Enter the reason.",
  nothing_to_undo: "There is no acceptance to take back. It was taken back already, or decided anew.",
  acceptance_stuck: "Some cannot be taken back, so nothing has been taken back yet.",
  draft_still_pending: "This sheet still waits for review.",
  agreement_changed_since:
    "The record was changed after it was accepted. Correct the record instead of taking it back.",
  link_stale: "Someone changed the record first. Look at the differences again. Nothing is saved yet.",
  nothing_chosen: "Nothing is chosen.",
  links_refused: "Some cannot be linked, so nothing has been linked yet.",
  review_begun: "The columns cannot be changed, because sheets were accepted or skipped, or findings settled.",
  mapping_incomplete: "Choose the columns for title, Japanese side and foreign side. One sheet needs all three.",
  mapping_name_missing: "Enter a name for the columns.",
  personal_mailbox_in_reason: "This has an e-mail address that looks personal. Take it out and try again.",
};
