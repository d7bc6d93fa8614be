/** HTTP status of each refusal: 403 not by this person, 404 not there, 409 someone or something came first, 422 not possible. */
import type { ProgrammeProblem } from "./problems.ts";

export type ProgrammeRefusalStatus = 403 | 404 | 409 | 422;

const statuses = {
  programme_not_found: 404,
  version_not_found: 404,
  not_permitted: 403,
  own_submission: 403,
  stale_version: 409,
  in_review: 409,
  not_in_review: 409,
  approval_needed: 409,
  already_published: 409,
  already_withdrawn: 409,
  roll_forward_in_use: 409,
  some_refused: 422,
  nothing_to_submit: 422,
  nothing_rolled_forward: 422,
  nothing_to_restore: 422,
  owner_unknown: 422,
  invalid_facts: 422,
  agreements_unknown: 422,
  reason_missing: 422,
  personal_mailbox_in_reason: 422,
  personal_data_unconfirmed: 422,
} as const satisfies Record<ProgrammeProblem["code"], ProgrammeRefusalStatus>;

export function programmeRefusalStatus({ code }: ProgrammeProblem): ProgrammeRefusalStatus {
  return statuses[code];
}
