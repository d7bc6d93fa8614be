/**
 * Puts a programme into what the public reads and takes it out again (公開・公開停止). Where approval is asked for, a
 * draft is published by approving it (decide-programme.ts); what was approved and then withdrawn is simply put back.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../platform/index.ts";
import { refuseReason, refuseRequiredReason, withConfirmation } from "../registry/index.ts";
import { ownersAskingApproval } from "./body-query.ts";
import type { ApprovalOfProgramme, ProgrammeRequest } from "./decide-programme.ts";
import type {
  AlreadyPublished,
  AlreadyWithdrawn,
  ApprovalNeeded,
  InReview,
  MailboxInReason,
  NotPermitted,
  PersonalDataUnconfirmed,
  ProgrammeNotFound,
  ReasonMissing,
  StaleProgramme,
} from "./problems.ts";
import { appendProgrammeHistory } from "./programme-history-store.ts";
import { lockProgramme } from "./programme-store.ts";
import { marksOfOwner, type RecordedProgramme } from "./recorded-programme.ts";
import { refusePersonalData } from "./save-changes.ts";
import { type ProgrammeToSave, saveProgramme } from "./saved-programmes-store.ts";

type Barred = ProgrammeNotFound | NotPermitted | StaleProgramme | InReview | MailboxInReason;

export type PublishProgrammeProblem = Barred | ApprovalNeeded | AlreadyPublished | PersonalDataUnconfirmed;

export async function publishProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason, confirmation }: ApprovalOfProgramme,
): Promise<Outcome<RecordedProgramme, PublishProgrammeProblem>> {
  const badReason = refuseReason(reason) ?? refuseReason(confirmation ?? null);
  if (badReason !== undefined) return refuse(badReason);
  const saved = await lockProgramme(tx, id);
  if (saved === undefined) return refuse({ code: "programme_not_found", id });
  const duty = await dutyOf(tx, actor, saved);
  if (!duty.mayDecide) return refuse({ code: duty.mayEdit ? "approval_needed" : "not_permitted" });
  const barred = refuseAct(saved, expectedVersion);
  if (barred !== undefined) return refuse(barred);
  if (duty.asksApproval && saved.state !== "approved") return refuse({ code: "approval_needed" });
  if (saved.publication === "published") return refuse({ code: "already_published" });
  const personal = refusePersonalData(saved.facts, null, confirmation);
  if (personal !== undefined) return refuse(personal);
  const work = { to: saved.state === "approved" ? "as_it_is" : "saved" } as const;
  const change = { saved, work, publication: "published", isPublishedNow: true } as const;
  return succeed(await act(tx, change, "published", withConfirmation(reason, confirmation)));
}

export type WithdrawProgrammeProblem = Barred | AlreadyWithdrawn | ReasonMissing;

/** Or gives a draft up that was never published. The record, its id and its history stay. */
export async function withdrawProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason }: ProgrammeRequest & Readonly<{ reason: string }>,
): Promise<Outcome<RecordedProgramme, WithdrawProgrammeProblem>> {
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const saved = await lockProgramme(tx, id);
  if (saved === undefined) return refuse({ code: "programme_not_found", id });
  const duty = await dutyOf(tx, actor, saved);
  const isOwnDraft = saved.publication === "unpublished" && duty.mayEdit;
  if (!isOwnDraft && !duty.mayDecide) return refuse({ code: "not_permitted" });
  const barred = refuseAct(saved, expectedVersion);
  if (barred !== undefined) return refuse(barred);
  if (saved.publication === "withdrawn") return refuse({ code: "already_withdrawn" });
  const change = { saved, work: { to: "as_it_is" }, publication: "withdrawn", isPublishedNow: false } as const;
  return succeed(await act(tx, change, "withdrawn", reason));
}

async function dutyOf(tx: Tx, actor: Actor, { owner }: RecordedProgramme) {
  const asksApproval = (await ownersAskingApproval(tx, actor, [owner])).has(owner);
  const mayEdit = isPermitted(actor, "programme.edit", marksOfOwner(owner));
  const mayDecide = isPermitted(actor, "programme.approve", marksOfOwner(owner)) || (mayEdit && !asksApproval);
  return { asksApproval, mayEdit, mayDecide };
}

function refuseAct(saved: RecordedProgramme, expectedVersion: number): StaleProgramme | InReview | undefined {
  if (saved.version !== expectedVersion) return { code: "stale_version", saved, differing: [] };
  return saved.state === "in_review" ? { code: "in_review" } : undefined;
}

async function act(
  tx: Tx,
  change: ProgrammeToSave,
  action: "published" | "withdrawn",
  reason: string | null,
): Promise<RecordedProgramme> {
  const now = await saveProgramme(tx, change);
  await appendProgrammeHistory(tx, [{ no: now.no, action, reason, hasNewFacts: false }]);
  return now;
}
