/**
 * Records a new agreement (提携・協定). A title and one party on each side are enough. With a body that asks for approval
 * it begins as a draft, else it is public at once. It must belong to a local government the actor works for.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, isPermittedSomewhere, type Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { marksOf } from "./agreement-keys.ts";
import { insertAgreement } from "./agreement-store.ts";
import { findUnknownCounterparts } from "./counterpart-store.ts";
import { appendHistory } from "./history-store.ts";
import type { CounterpartUnknown, InvalidFacts, NotPermitted } from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { validateAgreementFacts } from "./validate-agreement-facts.ts";
import { dutyOfEditing } from "./who-decides.ts";

export type FactsRefused = InvalidFacts | CounterpartUnknown;

export type NewAgreement = Readonly<{ facts: AgreementFacts; reason: string | null }>;

/** Nothing is written when it refuses, so the caller's transaction may go on. */
export async function recordAgreement(
  tx: Tx,
  actor: Actor,
  { facts, reason }: NewAgreement,
): Promise<Outcome<RecordedAgreement, FactsRefused | NotPermitted>> {
  if (!isPermittedSomewhere(actor, "agreement.edit")) return refuse({ code: "not_permitted" });
  const refused = (await refuseFacts(tx, facts)) ?? refuseForeignFacts(actor, facts);
  if (refused !== undefined) return refuse(refused);
  const duty = await dutyOfEditing(tx, actor, marksOf(facts));
  const recorded = await insertAgreement(tx, facts, duty === "decides" ? "published" : "draft");
  await appendHistory(tx, "recorded", null, recorded, reason);
  return succeed(recorded);
}

export async function refuseFacts(tx: Tx, facts: AgreementFacts): Promise<FactsRefused | undefined> {
  const problems = validateAgreementFacts(facts);
  if (problems.length > 0) return { code: "invalid_facts", problems };
  const ids = await findUnknownCounterparts(tx, facts.foreign);
  return ids.length > 0 ? { code: "counterpart_unknown", ids } : undefined;
}

/** A record stays with those who write it: one of its Japanese parties is theirs. */
export function refuseForeignFacts(actor: Actor, facts: AgreementFacts): InvalidFacts | undefined {
  if (isPermitted(actor, "agreement.edit", marksOf(facts))) return undefined;
  return { code: "invalid_facts", problems: [{ fact: "japan", code: "own_government_missing", index: 0 }] };
}
