/** Records a new agreement (提携・協定). A title and one party on each side are enough. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { insertAgreement } from "./agreement-store.ts";
import { findUnknownCounterparts } from "./counterpart-store.ts";
import { appendHistory } from "./history-store.ts";
import type { CounterpartUnknown, InvalidFacts } from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { validateAgreementFacts } from "./validate-agreement-facts.ts";

export type FactsRefused = InvalidFacts | CounterpartUnknown;

export type NewAgreement = Readonly<{ facts: AgreementFacts; reason: string | null }>;

/** Nothing is written when it refuses, so the caller's transaction may go on. */
export async function recordAgreement(
  tx: Tx,
  { facts, reason }: NewAgreement,
): Promise<Outcome<RecordedAgreement, FactsRefused>> {
  const refused = await refuseFacts(tx, facts);
  if (refused !== undefined) return refuse(refused);
  const recorded = await insertAgreement(tx, facts);
  await appendHistory(tx, "recorded", null, recorded, reason);
  return succeed(recorded);
}

export async function refuseFacts(tx: Tx, facts: AgreementFacts): Promise<FactsRefused | undefined> {
  const problems = validateAgreementFacts(facts);
  if (problems.length > 0) return { code: "invalid_facts", problems };
  const ids = await findUnknownCounterparts(tx, facts.foreign);
  return ids.length > 0 ? { code: "counterpart_unknown", ids } : undefined;
}
