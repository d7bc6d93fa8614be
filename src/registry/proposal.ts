/**
 * Proposal (承認の依頼): what an editor asks another person to approve: a draft to be published, or a change of a
 * published record (変更案) that the public does not read until it is approved.
 *
 * A change is made against a version. When the record changes meanwhile, facts that only one side changed can be
 * joined; where both changed the same fact, it goes back to the proposer.
 */
import type { AgreementFacts } from "./agreement.ts";
import { differingFacts, FACT_NAMES, type FactName, isSameFact } from "./recorded-agreement.ts";

export type ProposalKind = "publication" | "change";
export type ProposalState = "open" | "approved" | "returned" | "withdrawn";

/** Instants are ISO 8601 in UTC. Names are there where the reader may read them. */
export type Proposal = Readonly<{
  id: number;
  agreementNo: number;
  kind: ProposalKind;
  baseVersion: number;
  /** The proposed facts of a change; null for a publication. */
  facts: AgreementFacts | null;
  /** Why the record changes; goes into its history. */
  reason: string | null;
  /** For whoever approves. */
  message: string | null;
  state: ProposalState;
  /** The body the proposer worked for. */
  bodyId: string | null;
  proposedBy: string;
  proposerName: string | null;
  proposedAt: string;
  decidedBy: string | null;
  deciderName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
}>;

export type JoinedChange = Readonly<{
  /** The record as it would be after approval. */
  facts: AgreementFacts;
  /** Facts that others changed since the proposal was made. */
  changedMeanwhile: readonly FactName[];
  /** Facts that both changed, differently. */
  inConflict: readonly FactName[];
}>;

/** @param base the facts the proposal was made against. */
export function joinChange(base: AgreementFacts, proposed: AgreementFacts, saved: AgreementFacts): JoinedChange {
  const own = new Set(differingFacts(base, proposed));
  const changedMeanwhile = differingFacts(base, saved);
  const inConflict = changedMeanwhile.filter((name) => own.has(name) && !isSameFact(name, proposed, saved));
  const facts = FACT_NAMES.map((name) => [name, own.has(name) ? proposed[name] : saved[name]]);
  return { facts: Object.fromEntries(facts) as AgreementFacts, changedMeanwhile, inConflict }; // every fact is named
}
