/**
 * Records a new programme (事業). A title and whose it is are enough. Where the owner or the actor's body asks for
 * approval it begins as a draft, else it is public at once.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../platform/index.ts";
import { findGovernment, refuseReason, titlesOfAgreements, withConfirmation } from "../registry/index.ts";
import { findBodyName, ownersAskingApproval } from "./body-query.ts";
import type {
  AgreementsUnknown,
  InvalidProgrammeFacts,
  MailboxInReason,
  NotPermitted,
  OwnerUnknown,
  PersonalDataUnconfirmed,
} from "./problems.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { appendProgrammeHistory } from "./programme-history-store.ts";
import { findProgrammes, insertProgrammes } from "./programme-store.ts";
import { marksOfOwner, type ProgrammeOwner, type RecordedProgramme } from "./recorded-programme.ts";
import { refusePersonalData } from "./save-changes.ts";
import { validateProgrammeFacts } from "./validate-programme-facts.ts";

export type NewProgramme = Readonly<{
  /** Five digits of a local government, or the id of another body. */
  owner: ProgrammeOwner;
  facts: ProgrammeFacts;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
}>;

export type RecordProgrammeProblem =
  | NotPermitted
  | OwnerUnknown
  | InvalidProgrammeFacts
  | AgreementsUnknown
  | PersonalDataUnconfirmed
  | MailboxInReason;

/** Nothing is written when it refuses, so the caller's transaction may go on. */
export async function recordProgramme(
  tx: Tx,
  actor: Actor,
  programme: NewProgramme,
): Promise<Outcome<RecordedProgramme, RecordProgrammeProblem>> {
  const { owner, facts, reason, confirmation } = programme;
  if (!isPermitted(actor, "programme.edit", marksOfOwner(owner))) return refuse({ code: "not_permitted" });
  const ownerName = await nameOfOwner(tx, owner);
  if (ownerName === undefined) return refuse({ code: "owner_unknown", owner });
  const refused = await refuseNew(tx, programme);
  if (refused !== undefined) return refuse(refused);
  const isPublic = !(await ownersAskingApproval(tx, actor, [owner])).has(owner);
  const personal = isPublic ? refusePersonalData(facts, null, confirmation) : undefined;
  if (personal !== undefined) return refuse(personal);
  const [recorded] = await findProgrammes(tx, await insertProgrammes(tx, [{ owner, ownerName, facts, isPublic }]));
  if (recorded === undefined) throw new Error("a programme was recorded and cannot be read");
  const act = { action: "recorded", reason: withConfirmation(reason, confirmation), hasNewFacts: true } as const;
  await appendProgrammeHistory(tx, [{ ...act, no: recorded.no }]);
  return succeed(recorded);
}

/** @returns null for a local government, whose name follows from its code; undefined when there is none such. */
async function nameOfOwner(tx: Tx, owner: ProgrammeOwner): Promise<string | null | undefined> {
  if (/^[0-9]{5}$/.test(owner)) return findGovernment(owner)?.code === owner ? null : undefined;
  return findBodyName(tx, owner);
}

async function refuseNew(
  tx: Tx,
  { facts, reason, confirmation }: NewProgramme,
): Promise<InvalidProgrammeFacts | AgreementsUnknown | MailboxInReason | undefined> {
  const badReason = refuseReason(reason) ?? refuseReason(confirmation ?? null);
  if (badReason !== undefined) return badReason;
  const problems = validateProgrammeFacts(facts);
  if (problems.length > 0) return { code: "invalid_facts", problems };
  const known = await titlesOfAgreements(tx, facts.agreementIds);
  const ids = facts.agreementIds.filter((id) => !known.has(id));
  return ids.length > 0 ? { code: "agreements_unknown", ids } : undefined;
}
