/**
 * Records a new agreement (提携・協定). A title and one party on each side are enough. With a body that asks for approval
 * it begins as a draft, else it is public at once. It must belong to a local government the actor works for.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, isPermittedSomewhere, type Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import { marksOf } from "./agreement-keys.ts";
import { insertAgreement } from "./agreement-store.ts";
import { withConfirmation } from "./change-reason.ts";
import { findUnknownCounterparts } from "./counterpart-store.ts";
import { appendHistory } from "./history-store.ts";
import { refusePersonalData } from "./personal-data-warnings.ts";
import type { CounterpartUnknown, InvalidFacts, NotPermitted, PersonalDataUnconfirmed } from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { validateAgreementFacts } from "./validate-agreement-facts.ts";
import { dutyOfEditing } from "./who-decides.ts";

export type RecordProblem = FactsRefused | NotPermitted | PersonalDataUnconfirmed;
export type FactsRefused = InvalidFacts | CounterpartUnknown;

export type NewAgreement = Readonly<{
  facts: AgreementFacts;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
}>;

/** Nothing is written when it refuses, so the caller's transaction may go on. */
export async function recordAgreement(
  tx: Tx,
  actor: Actor,
  { facts, reason, confirmation }: NewAgreement,
): Promise<Outcome<RecordedAgreement, RecordProblem>> {
  if (!isPermittedSomewhere(actor, "agreement.edit")) return refuse({ code: "not_permitted" });
  const refused = (await refuseFacts(tx, facts)) ?? refuseForeignFacts(actor, facts);
  if (refused !== undefined) return refuse(refused);
  const duty = await dutyOfEditing(tx, actor, marksOf(facts));
  const isPublic = duty === "decides";
  const personal = isPublic ? refusePersonalData(facts, null, confirmation) : undefined;
  if (personal !== undefined) return refuse(personal);
  const recorded = await insertAgreement(tx, facts, isPublic ? "published" : "draft");
  await appendHistory(tx, "recorded", null, recorded, withConfirmation(reason, confirmation));
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
