/**
 * Saves a changed agreement, if nobody saved it since the caller read it. A stale version is never overwritten: the
 * answer carries what is saved now and where it differs, so that a page can show both. Where the body asks for
 * approval, what the public reads is not changed here but proposed (propose-change.ts).
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, replaceFacts } from "./agreement-store.ts";
import { withConfirmation } from "./change-reason.ts";
import { appendHistory } from "./history-store.ts";
import { refusePersonalData } from "./personal-data-warnings.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  ApprovalNeeded,
  InReview,
  NotPermitted,
  PersonalDataUnconfirmed,
  StaleVersion,
} from "./problems.ts";
import { type FactsRefused, refuseFacts, refuseForeignFacts } from "./record-agreement.ts";
import { differingFacts, type RecordedAgreement } from "./recorded-agreement.ts";
import { dutyOfEditing } from "./who-decides.ts";

export type ChangedAgreement = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  facts: AgreementFacts;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
}>;

export type EditProblem =
  | AgreementNotFound
  | NotPermitted
  | ApprovalNeeded
  | InReview
  | PersonalDataUnconfirmed
  | AgreementMerged
  | StaleVersion
  | FactsRefused;

/** Saving without a difference makes no new version. */
export async function editAgreement(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, facts, reason, confirmation }: ChangedAgreement,
): Promise<Outcome<RecordedAgreement, EditProblem>> {
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  const barred = await refuseEditing(tx, actor, saved);
  if (barred !== undefined) return refuse(barred);
  const differing = differingFacts(saved, facts);
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing });
  const refused = (await refuseFacts(tx, facts)) ?? refuseForeignFacts(actor, facts);
  if (refused !== undefined) return refuse(refused);
  if (differing.length === 0) return succeed(saved);
  const isPublic = saved.publication === "published";
  const personal = isPublic ? refusePersonalData(facts, saved, confirmation) : undefined;
  if (personal !== undefined) return refuse(personal);
  const edited = await replaceFacts(tx, saved, facts);
  await appendHistory(tx, "edited", saved, edited, withConfirmation(reason, confirmation));
  return succeed(edited);
}

async function refuseEditing(
  tx: Tx,
  actor: Actor,
  saved: RecordedAgreement,
): Promise<NotPermitted | AgreementMerged | ApprovalNeeded | InReview | undefined> {
  const duty = await dutyOfEditing(tx, actor, marksOf(saved));
  if (duty === "none") return { code: "not_permitted" };
  if (saved.mergedInto !== null) return { code: "agreement_merged", into: saved.mergedInto };
  if (saved.publication === "in_review") return { code: "in_review" };
  return duty === "prepares" && saved.publication === "published" ? { code: "approval_needed" } : undefined;
}
