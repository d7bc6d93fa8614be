/**
 * Proposes a change of a published record (変更案). The public goes on reading the record until another person approves.
 * A returned proposal is corrected by proposing again.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, recordAudit, type Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { marksOf } from "./agreement-keys.ts";
import { findAgreement } from "./agreement-store.ts";
import { refuseReason } from "./change-reason.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  MailboxInReason,
  NothingChanged,
  NotPermitted,
  ProposalOpen,
  StaleVersion,
} from "./problems.ts";
import { insertProposal, lockLatestProposal } from "./proposal-store.ts";
import { type FactsRefused, refuseFacts, refuseForeignFacts } from "./record-agreement.ts";
import { differingFacts, factsOf, type RecordedAgreement } from "./recorded-agreement.ts";
import { openReview } from "./review-work.ts";

export type ProposedChange = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  facts: AgreementFacts;
  reason: string | null;
  /** For whoever approves. */
  message: string | null;
}>;

export type ProposeProblem =
  | AgreementNotFound
  | NotPermitted
  | AgreementMerged
  | StaleVersion
  | NothingChanged
  | ProposalOpen
  | MailboxInReason
  | FactsRefused;

export async function proposeChange(
  tx: Tx,
  actor: Actor,
  change: ProposedChange,
): Promise<Outcome<RecordedAgreement, ProposeProblem>> {
  const { id, facts, reason, message } = change;
  const saved = await findAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  const refused =
    refuseProposal(actor, saved, change) ?? (await refuseFacts(tx, facts)) ?? refuseForeignFacts(actor, facts);
  if (refused !== undefined) return refuse(refused);
  if ((await lockLatestProposal(tx, saved.no))?.state === "open") return refuse({ code: "proposal_open" });
  const proposal = { agreementNo: saved.no, kind: "change", baseVersion: saved.version, reason, message } as const;
  await insertProposal(tx, { ...proposal, facts: factsOf(facts) });
  await recordAudit(tx, {
    action: "agreement.change_proposed",
    subject: { kind: "agreement", id },
    marks: marksOf(saved),
    after: { facts: differingFacts(saved, facts) },
    reason,
  });
  await openReview(tx, actor, saved);
  return succeed(saved);
}

function refuseProposal(
  actor: Actor,
  saved: RecordedAgreement,
  { expectedVersion, facts, reason, message }: ProposedChange,
): NotPermitted | AgreementMerged | StaleVersion | NothingChanged | MailboxInReason | undefined {
  if (!isPermitted(actor, "agreement.edit", marksOf(saved))) return { code: "not_permitted" };
  if (saved.mergedInto !== null) return { code: "agreement_merged", into: saved.mergedInto };
  const differing = differingFacts(saved, facts);
  if (saved.version !== expectedVersion) return { code: "stale_version", saved, differing };
  if (differing.length === 0) return { code: "nothing_changed" };
  return refuseReason(reason) ?? refuseReason(message);
}
