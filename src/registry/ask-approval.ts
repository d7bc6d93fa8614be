/** Sends a draft, or a record taken out of publication, to be approved by another person (承認を依頼する). */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, setPublication } from "./agreement-store.ts";
import { refuseReason } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  AlreadyPublished,
  InReview,
  MailboxInReason,
  NotPermitted,
  StaleVersion,
} from "./problems.ts";
import { insertProposal } from "./proposal-store.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { openReview } from "./review-work.ts";

export type ApprovalRequest = Readonly<{
  id: string;
  expectedVersion: number;
  /** For whoever approves. */
  message: string | null;
}>;

export type AskProblem =
  | AgreementNotFound
  | NotPermitted
  | AgreementMerged
  | StaleVersion
  | AlreadyPublished
  | InReview
  | MailboxInReason;

export async function askApproval(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, message }: ApprovalRequest,
): Promise<Outcome<RecordedAgreement, AskProblem>> {
  const badMessage = refuseReason(message);
  if (badMessage !== undefined) return refuse(badMessage);
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  if (!isPermitted(actor, "agreement.edit", marksOf(saved))) return refuse({ code: "not_permitted" });
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  if (saved.publication === "published") return refuse({ code: "already_published" });
  if (saved.publication === "in_review") return refuse({ code: "in_review" });
  const sent = await setPublication(tx, saved, "in_review");
  await appendHistory(tx, "approval_asked", saved, sent, message);
  const proposal = { agreementNo: saved.no, kind: "publication", facts: null, reason: null, message } as const;
  await insertProposal(tx, { ...proposal, baseVersion: sent.version });
  await openReview(tx, actor, sent);
  return succeed(sent);
}
