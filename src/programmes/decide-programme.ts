/**
 * Approval of programmes (承認): an editor sends what is worked on, another person publishes it or sends it back with a
 * reason, and the editor may take it back until then. Nobody approves what they sent themselves.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, actorName, isPermitted, type Tx } from "../platform/index.ts";
import { refuseReason, refuseRequiredReason, withConfirmation } from "../registry/index.ts";
import type {
  InReview,
  MailboxInReason,
  NothingToSubmit,
  NotInReview,
  NotPermitted,
  OwnSubmission,
  PersonalDataUnconfirmed,
  ProgrammeNotFound,
  ReasonMissing,
  StaleProgramme,
} from "./problems.ts";
import { appendProgrammeHistory, type ProgrammeAction } from "./programme-history-store.ts";
import { lockProgramme } from "./programme-store.ts";
import { closeProgrammeWork, openProgrammeCorrection, openProgrammeReview } from "./programme-work.ts";
import { marksOfOwner, type RecordedProgramme } from "./recorded-programme.ts";
import { refusePersonalData } from "./save-changes.ts";
import { type ProgrammeToSave, saveProgramme } from "./saved-programmes-store.ts";

export type ProgrammeRequest = Readonly<{ id: string; expectedVersion: number }>;

type Held = ProgrammeNotFound | NotPermitted | StaleProgramme;

export type SubmitProblem = Held | InReview | NothingToSubmit | MailboxInReason;

/** @param message for whoever approves. */
export async function submitProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, message }: ProgrammeRequest & Readonly<{ message: string | null }>,
): Promise<Outcome<RecordedProgramme, SubmitProblem>> {
  const held = await hold(tx, actor, "programme.edit", { id, expectedVersion });
  if (!held.ok) return held;
  const saved = held.value;
  if (saved.state === "in_review") return refuse({ code: "in_review" });
  if (saved.state === "approved" && saved.publication === "published") return refuse({ code: "nothing_to_submit" });
  const badMessage = refuseReason(message);
  if (badMessage !== undefined) return refuse(badMessage);
  const sent = await act(tx, saved, { work: { to: "in_review", message } }, "submitted", message);
  await openProgrammeReview(tx, actor, sent);
  return succeed(sent);
}

export type TakeBackProgrammeProblem = Held | NotInReview;

export async function takeBackProgramme(
  tx: Tx,
  actor: Actor,
  request: ProgrammeRequest,
): Promise<Outcome<RecordedProgramme, TakeBackProgrammeProblem>> {
  const held = await hold(tx, actor, "programme.edit", request);
  if (!held.ok) return held;
  if (held.value.state !== "in_review") return refuse({ code: "not_in_review" });
  const draft = await act(tx, held.value, { work: { to: "draft" } }, "taken_back", null);
  await closeProgrammeWork(tx, draft.id);
  return succeed(draft);
}

export type ApproveProgrammeProblem = Held | NotInReview | OwnSubmission | PersonalDataUnconfirmed | MailboxInReason;

export type ApprovalOfProgramme = ProgrammeRequest &
  Readonly<{
    reason: string | null;
    /** Why what looks like personal data may be published. */
    confirmation?: string | null | undefined;
  }>;

/** The working facts become what the public reads. */
export async function approveProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason, confirmation }: ApprovalOfProgramme,
): Promise<Outcome<RecordedProgramme, ApproveProgrammeProblem>> {
  const badReason = refuseReason(reason) ?? refuseReason(confirmation ?? null);
  if (badReason !== undefined) return refuse(badReason);
  const held = await holdSubmitted(tx, actor, { id, expectedVersion });
  if (!held.ok) return held;
  const saved = held.value;
  const personal = refusePersonalData(saved.facts, saved.published?.facts ?? null, confirmation);
  if (personal !== undefined) return refuse(personal);
  const change = { work: { to: "approved" }, publication: "published", isPublishedNow: true } as const;
  const approved = await act(tx, saved, change, "approved", withConfirmation(reason, confirmation));
  await closeProgrammeWork(tx, approved.id);
  return succeed(approved);
}

export type ReturnProgrammeProblem = Held | NotInReview | OwnSubmission | ReasonMissing | MailboxInReason;

/** What the public reads stays; the submitter finds it in the list of work. */
export async function returnProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason }: ProgrammeRequest & Readonly<{ reason: string }>,
): Promise<Outcome<RecordedProgramme, ReturnProgrammeProblem>> {
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const held = await holdSubmitted(tx, actor, { id, expectedVersion });
  if (!held.ok) return held;
  const returned = await act(tx, held.value, { work: { to: "returned", reason } }, "returned", reason);
  await openProgrammeCorrection(tx, returned);
  return succeed(returned);
}

async function holdSubmitted(
  tx: Tx,
  actor: Actor,
  request: ProgrammeRequest,
): Promise<Outcome<RecordedProgramme, Held | NotInReview | OwnSubmission>> {
  const held = await hold(tx, actor, "programme.approve", request);
  if (!held.ok) return held;
  const { state, submission } = held.value;
  if (state !== "in_review") return refuse({ code: "not_in_review" });
  return submission?.by === actorName(actor) ? refuse({ code: "own_submission" }) : held;
}

async function hold(
  tx: Tx,
  actor: Actor,
  action: "programme.edit" | "programme.approve",
  { id, expectedVersion }: ProgrammeRequest,
): Promise<Outcome<RecordedProgramme, Held>> {
  const saved = await lockProgramme(tx, id);
  if (saved === undefined) return refuse({ code: "programme_not_found", id });
  if (!isPermitted(actor, action, marksOfOwner(saved.owner))) return refuse({ code: "not_permitted" });
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  return succeed(saved);
}

async function act(
  tx: Tx,
  saved: RecordedProgramme,
  change: Pick<ProgrammeToSave, "work"> & Partial<Pick<ProgrammeToSave, "publication" | "isPublishedNow">>,
  action: ProgrammeAction,
  reason: string | null,
): Promise<RecordedProgramme> {
  const toSave = { saved, publication: saved.publication, isPublishedNow: false, ...change };
  const now = await saveProgramme(tx, toSave);
  await appendProgrammeHistory(tx, [{ no: saved.no, action, reason, hasNewFacts: false }]);
  return now;
}
