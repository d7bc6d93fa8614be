/**
 * Saves changed facts of one or many programmes, the way every use case does: what may be stored, who decides, what
 * the public reads afterwards, and the history. With a body that asks for approval a change waits on the working side;
 * with any other it is public at once.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../platform/index.ts";
import { refuseReason, titlesOfAgreements, withConfirmation } from "../registry/index.ts";
import { ownersAskingApproval } from "./body-query.ts";
import type { ProgrammeProblem, SomeRefused } from "./problems.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { appendProgrammeHistory, type ProgrammeAction } from "./programme-history-store.ts";
import { lockProgrammes } from "./programme-store.ts";
import { differingProgrammeFacts, marksOfOwner, type RecordedProgramme } from "./recorded-programme.ts";
import { saveProgrammes } from "./saved-programmes-store.ts";
import { findPersonalDataToConfirm, validateProgrammeFacts } from "./validate-programme-facts.ts";

export type ChangeToSave = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  change: (saved: RecordedProgramme) => ProgrammeFacts;
}>;

export type SaveAct = Readonly<{
  action: ProgrammeAction;
  reason: string | null;
  /** Why what looks like personal data may be published. */
  confirmation?: string | null | undefined;
  fiscalYear?: number | undefined;
  restoredVersion?: number | undefined;
}>;

/**
 * All or none: the answer names every one that is refused. A change that changes nothing makes no version.
 *
 * @param known programmes read before in this transaction, so that many are not read twice.
 * @returns the programmes in the order of their numbers.
 */
export async function saveChanges(
  tx: Tx,
  actor: Actor,
  changes: readonly ChangeToSave[],
  act: SaveAct,
  known: readonly RecordedProgramme[] = [],
): Promise<Outcome<readonly RecordedProgramme[], SomeRefused>> {
  const ids = changes.map(({ id }) => id);
  const held = await lockProgrammes(tx, ids, known);
  const owners = held.map(({ owner }) => owner);
  const asking = await ownersAskingApproval(tx, actor, owners);
  const locked = new Map(held.map((one) => [one.id, one]));
  const prepared = changes.map((change) => prepare(actor, locked.get(change.id), change, asking, act));
  const refused = prepared.flatMap((one, index) =>
    one.ok ? [] : [{ index, id: changes[index]?.id ?? "", problem: one.problem }],
  );
  const ready = prepared.flatMap((one) => (one.ok ? [one.value] : []));
  const unknown = await findUnknownAgreements(tx, ready);
  const all = [...refused, ...unknown.map((one) => ({ ...one, index: changes.findIndex(({ id }) => id === one.id) }))];
  if (all.length > 0) return refuse({ code: "some_refused", refused: all });
  const toSave = ready.filter(({ isChanged }) => isChanged);
  const saved = new Map((await write(tx, toSave, act)).map((one) => [one.id, one]));
  return succeed(held.map((one) => saved.get(one.id) ?? one));
}

type Prepared = Readonly<{ saved: RecordedProgramme; facts: ProgrammeFacts; isChanged: boolean; decides: boolean }>;

function prepare(
  actor: Actor,
  saved: RecordedProgramme | undefined,
  { id, expectedVersion, change }: ChangeToSave,
  asking: ReadonlySet<string>,
  act: SaveAct,
): Outcome<Prepared, ProgrammeProblem> {
  if (saved === undefined) return refuse({ code: "programme_not_found", id });
  if (!isPermitted(actor, "programme.edit", marksOfOwner(saved.owner))) return refuse({ code: "not_permitted" });
  if (saved.state === "in_review") return refuse({ code: "in_review" });
  const facts = change(saved);
  const differing = differingProgrammeFacts(saved.facts, facts);
  if (saved.version !== expectedVersion) return refuse({ code: "stale_version", saved, differing });
  const refused = refuseReason(act.reason) ?? refuseReason(act.confirmation ?? null);
  if (refused !== undefined) return refuse(refused);
  const problems = validateProgrammeFacts(facts);
  if (problems.length > 0) return refuse({ code: "invalid_facts", problems });
  const decides = !asking.has(saved.owner);
  const isPublic = decides && saved.publication !== "withdrawn";
  const personal = isPublic ? refusePersonalData(facts, saved.published?.facts ?? null, act.confirmation) : undefined;
  const isChanged = differing.length > 0;
  return personal === undefined ? succeed({ saved, facts, isChanged, decides }) : refuse(personal);
}

export function refusePersonalData(
  facts: ProgrammeFacts,
  known: ProgrammeFacts | null,
  confirmation: string | null | undefined,
): Extract<ProgrammeProblem, { code: "personal_data_unconfirmed" }> | undefined {
  if (confirmation != null && confirmation.trim() !== "") return undefined;
  const warnings = findPersonalDataToConfirm(facts, known);
  return warnings.length > 0 ? { code: "personal_data_unconfirmed", warnings } : undefined;
}

/** Agreements the actor cannot read are unknown to the actor; those linked before stay. */
async function findUnknownAgreements(tx: Tx, ready: readonly Prepared[]) {
  const added = ready.map(({ saved, facts }) => ({
    id: saved.id,
    ids: facts.agreementIds.filter((id) => !saved.facts.agreementIds.includes(id)),
  }));
  const known = await titlesOfAgreements(tx, [...new Set(added.flatMap(({ ids }) => ids))]);
  return added.flatMap(({ id, ids }) => {
    const unknown = ids.filter((one) => !known.has(one));
    return unknown.length === 0 ? [] : [{ id, problem: { code: "agreements_unknown", ids: unknown } as const }];
  });
}

async function write(tx: Tx, ready: readonly Prepared[], act: SaveAct): Promise<readonly RecordedProgramme[]> {
  if (ready.length === 0) return [];
  const { action, fiscalYear, restoredVersion } = act;
  const reason = withConfirmation(act.reason, act.confirmation);
  const now = await saveProgrammes(
    tx,
    ready.map(({ saved, facts, decides }) => {
      const isPublishedNow = decides && saved.publication !== "withdrawn";
      const publication = isPublishedNow ? "published" : saved.publication;
      return { saved, facts, work: { to: decides ? "saved" : "draft" }, publication, isPublishedNow };
    }),
  );
  await appendProgrammeHistory(
    tx,
    ready.map(({ saved: { no } }) => ({ no, action, reason, fiscalYear, restoredVersion, hasNewFacts: true })),
  );
  return now;
}

/** For a use case on one programme: the problem of the one, or what is saved now. */
export function onlyOne(
  outcome: Outcome<readonly RecordedProgramme[], SomeRefused>,
): Outcome<RecordedProgramme, ProgrammeProblem> {
  if (!outcome.ok) {
    const [first] = outcome.problem.refused;
    return refuse(first === undefined ? outcome.problem : first.problem);
  }
  const [saved] = outcome.value;
  if (saved === undefined) throw new Error("a programme was saved and cannot be read");
  return succeed(saved);
}
