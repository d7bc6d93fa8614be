/**
 * Open work that approval makes: a review for the body that owns the programme, and a correction for the person it
 * came back to. Both stand on `/today` of those people until they are done.
 */
import { type Actor, closeWork, openWork, type Tx } from "../platform/index.ts";
import { findOwnerBody } from "./body-query.ts";
import { programmeWorkTitles } from "./messages.ja.ts";
import { programmeAddress } from "./programme-address.ts";
import type { RecordedProgramme } from "./recorded-programme.ts";

const REVIEW = "programme_review";
const RETURNED = "programme_returned";

export async function openProgrammeReview(tx: Tx, actor: Actor, programme: RecordedProgramme): Promise<void> {
  const { id, owner, facts } = programme;
  await closeWork(tx, RETURNED, id);
  await openWork(tx, {
    kind: REVIEW,
    subjectId: id,
    bodyId: (await findOwnerBody(tx, owner)) ?? (actor.kind === "member" ? actor.body.id : null),
    accountId: null,
    title: programmeWorkTitles.review(facts.title),
    address: `${programmeAddress(id)}/review`,
    dueOn: null,
  });
}

export async function openProgrammeCorrection(tx: Tx, programme: RecordedProgramme): Promise<void> {
  const { id, facts, submission } = programme;
  await closeWork(tx, REVIEW, id);
  if (submission === null || !submission.by.startsWith("U")) return; // the machine and operators have no list of work
  await openWork(tx, {
    kind: RETURNED,
    subjectId: id,
    bodyId: submission.bodyId,
    accountId: submission.by,
    title: programmeWorkTitles.correction(facts.title),
    address: programmeAddress(id),
    dueOn: null,
  });
}

export async function closeProgrammeWork(tx: Tx, id: string): Promise<void> {
  await closeWork(tx, REVIEW, id);
  await closeWork(tx, RETURNED, id);
}
