/**
 * Open work that approval makes: a review for the body that can decide, and a correction for the person it came back
 * to. Both stand on `/today` of those people until they are done.
 */
import { type Actor, closeWork, openWork, type Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { findDecidingBody } from "./body-query.ts";
import { agreementAddress } from "./criteria-address.ts";
import { workTitles } from "./messages.ja.ts";
import type { Proposal } from "./proposal.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";

const REVIEW = "agreement_review";
const RETURNED = "agreement_returned";

export async function openReview(tx: Tx, actor: Actor, agreement: RecordedAgreement): Promise<void> {
  const own = actor.kind === "member" ? actor.body : null;
  await closeWork(tx, RETURNED, agreement.id);
  await openWork(tx, {
    kind: REVIEW,
    subjectId: agreement.id,
    bodyId: await findDecidingBody(tx, marksOf(agreement), own),
    accountId: null,
    title: workTitles.review(agreement.title),
    address: `${agreementAddress(agreement.id)}/review`,
    dueOn: null,
  });
}

export async function openCorrection(
  tx: Tx,
  agreement: RecordedAgreement,
  { proposedBy, bodyId }: Proposal,
): Promise<void> {
  await closeWork(tx, REVIEW, agreement.id);
  if (!proposedBy.startsWith("U")) return; // the machine and operators have no list of work
  await openWork(tx, {
    kind: RETURNED,
    subjectId: agreement.id,
    bodyId,
    accountId: proposedBy,
    title: workTitles.correction(agreement.title),
    address: agreementAddress(agreement.id),
    dueOn: null,
  });
}

export async function closeReviewWork(tx: Tx, agreementId: string): Promise<void> {
  await closeWork(tx, REVIEW, agreementId);
  await closeWork(tx, RETURNED, agreementId);
}
