/** HTTP status of each refusal: 403 not by this person, 404 not there, 409 someone or something came first, 413 too large, 422 not possible. */
import type { ContributedRefused } from "./contributed-drafts.ts";
import type { IntakeProblem } from "./problems.ts";

export type RefusalStatus = 403 | 404 | 409 | 413 | 422;

const statuses = {
  document_not_found: 404,
  draft_not_found: 404,
  finding_not_found: 404,
  not_permitted: 403,
  agreement_not_found: 404,
  approval_needed: 409,
  personal_data_unconfirmed: 422,
  nothing_changed: 422,
  proposal_open: 409,
  proposal_decided: 409,
  own_proposal: 403,
  proposal_stale: 409,
  in_review: 409,
  merge_not_found: 404,
  version_not_found: 404,
  draft_changed: 409,
  blocked_by_findings: 409,
  looks_recorded: 409,
  relisting_alone: 409,
  mapping_unconfirmed: 409,
  nothing_to_undo: 409,
  acceptance_stuck: 409,
  draft_still_pending: 409,
  agreement_changed_since: 409,
  link_stale: 409,
  review_begun: 409,
  stale_version: 409,
  agreement_merged: 409,
  already_published: 409,
  already_withdrawn: 409,
  same_agreement: 409,
  merge_already_undone: 409,
  too_large: 413,
  layout_unknown: 422,
  reason_missing: 422,
  mapping_incomplete: 422,
  mapping_name_missing: 422,
  personal_mailbox_in_reason: 422,
  invalid_facts: 422,
  counterpart_unknown: 422,
  empty_file: 422,
  unknown_format: 422,
  encoding_unknown: 422,
  inflates_too_much: 422,
  too_many_entries: 422,
  too_much_content: 422,
  took_too_long: 422,
  damaged_file: 422,
  password_protected: 422,
  worker_out_of_memory: 422,
  owner_missing: 422,
  owner_differs: 409,
} as const satisfies Record<Exclude<IntakeProblem, ContributedRefused>["code"], RefusalStatus>;

export function refusalStatus(problem: IntakeProblem): RefusalStatus {
  return problem.code === "contributed_refused" ? problem.status : statuses[problem.code];
}
