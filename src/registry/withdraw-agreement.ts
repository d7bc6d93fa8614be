/** Takes an agreement out of what the public reads, or gives a draft up. The record, its id and its history stay. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, setPublication } from "./agreement-store.ts";
import { refuseRequiredReason } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  AlreadyWithdrawn,
  InReview,
  MailboxInReason,
  NotPermitted,
  ReasonMissing,
  StaleVersion,
} from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { mayDecide } from "./who-decides.ts";

export type Withdrawal = Readonly<{ id: string; expectedVersion: number; reason: string }>;

export type WithdrawProblem =
  | AgreementNotFound
  | NotPermitted
  | AgreementMerged
  | InReview
  | StaleVersion
  | AlreadyWithdrawn
  | ReasonMissing
  | MailboxInReason;

export async function withdrawAgreement(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason }: Withdrawal,
): Promise<Outcome<RecordedAgreement, WithdrawProblem>> {
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  const isOwnDraft = saved.publication === "draft" && isPermitted(actor, "agreement.edit", marksOf(saved));
  if (!isOwnDraft && !(await mayDecide(tx, actor, marksOf(saved)))) return refuse({ code: "not_permitted" });
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  if (saved.publication === "in_review") return refuse({ code: "in_review" });
  if (saved.publication === "withdrawn") return refuse({ code: "already_withdrawn" });
  const withdrawn = await setPublication(tx, saved, "withdrawn");
  await appendHistory(tx, "withdrawn", saved, withdrawn, reason);
  return succeed(withdrawn);
}
