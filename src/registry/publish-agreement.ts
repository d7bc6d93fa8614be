/**
 * Puts a withdrawn agreement back into what the public reads, or a draft into it where the body asks for no approval.
 * Else a draft is published by approving the request for it (decide-proposal.ts).
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, setPublication } from "./agreement-store.ts";
import { asksApproval } from "./body-query.ts";
import { refuseReason, withConfirmation } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import { refusePersonalData } from "./personal-data-warnings.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  AlreadyPublished,
  ApprovalNeeded,
  InReview,
  MailboxInReason,
  NotPermitted,
  PersonalDataUnconfirmed,
  StaleVersion,
} from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { mayDecide } from "./who-decides.ts";

export type PublicationRequest = Readonly<{
  id: string;
  expectedVersion: number;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
}>;

export type PublishProblem =
  | AgreementNotFound
  | NotPermitted
  | ApprovalNeeded
  | InReview
  | PersonalDataUnconfirmed
  | AgreementMerged
  | StaleVersion
  | AlreadyPublished
  | MailboxInReason;

export async function publishAgreement(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, reason, confirmation }: PublicationRequest,
): Promise<Outcome<RecordedAgreement, PublishProblem>> {
  const badReason = refuseReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  if (!(await mayDecide(tx, actor, marksOf(saved)))) return refuse({ code: "not_permitted" });
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  if (saved.publication === "published") return refuse({ code: "already_published" });
  if (saved.publication === "in_review") return refuse({ code: "in_review" });
  const needsApproval = saved.publication === "draft" && (await asksApproval(tx, actor));
  if (needsApproval) return refuse({ code: "approval_needed" });
  const personal = refusePersonalData(saved, null, confirmation);
  if (personal !== undefined) return refuse(personal);
  const published = await setPublication(tx, saved, "published");
  await appendHistory(tx, "published", saved, published, withConfirmation(reason, confirmation));
  return succeed(published);
}
