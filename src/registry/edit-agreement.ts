/**
 * Saves a changed agreement, if nobody saved it since the caller read it. A stale version is never overwritten: the
 * answer carries what is saved now and where it differs, so that a page can show both.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { lockAgreement, replaceFacts } from "./agreement-store.ts";
import { appendHistory } from "./history-store.ts";
import type { AgreementMerged, AgreementNotFound, StaleVersion } from "./problems.ts";
import { type FactsRefused, refuseFacts } from "./record-agreement.ts";
import { differingFacts, type RecordedAgreement } from "./recorded-agreement.ts";

export type ChangedAgreement = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  facts: AgreementFacts;
  reason: string | null;
}>;

export type EditProblem = AgreementNotFound | AgreementMerged | StaleVersion | FactsRefused;

/** Saving without a difference makes no new version. */
export async function editAgreement(
  tx: Tx,
  { id, expectedVersion, facts, reason }: ChangedAgreement,
): Promise<Outcome<RecordedAgreement, EditProblem>> {
  const saved = await lockAgreement(tx, id);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id });
  if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
  const differing = differingFacts(saved, facts);
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing });
  const refused = await refuseFacts(tx, facts);
  if (refused !== undefined) return refuse(refused);
  if (differing.length === 0) return succeed(saved);
  const edited = await replaceFacts(tx, saved, facts);
  await appendHistory(tx, "edited", saved, edited, reason);
  return succeed(edited);
}
