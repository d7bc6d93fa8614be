/** Puts a withdrawn agreement back into what the public reads. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import { lockAgreement, setPublication } from "./agreement-store.ts";
import { refuseReason } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  AlreadyPublished,
  MailboxInReason,
  StaleVersion,
} from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";

export type PublicationRequest = Readonly<{ id: string; expectedVersion: number; reason: string | null }>;

export type PublishProblem = AgreementNotFound | AgreementMerged | StaleVersion | AlreadyPublished | MailboxInReason;

export async function publishAgreement(
  tx: Tx,
  { id, expectedVersion, reason }: PublicationRequest,
): Promise<Outcome<RecordedAgreement, PublishProblem>> {
  const badReason = refuseReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing: [] });
  if (saved.publication === "published") return refuse({ code: "already_published" });
  const published = await setPublication(tx, saved, "published");
  await appendHistory(tx, "published", saved, published, reason);
  return succeed(published);
}
