/** Takes a merge back: both records stand again as they were, with what people have changed on the survivor since. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, replaceFacts, setPublication } from "./agreement-store.ts";
import { separateFacts } from "./combine-facts.ts";
import { appendHistory } from "./history-store.ts";
import { findMerge, type Merge, markUndone } from "./merge-store.ts";
import type { AgreementMerged, MergeNotFound, MergeUndone, NotPermitted } from "./problems.ts";
import { differingFacts, type FactName, factsOf, type RecordedAgreement } from "./recorded-agreement.ts";
import { mayDecide } from "./who-decides.ts";

export type UndoMergeProblem = MergeNotFound | NotPermitted | MergeUndone | AgreementMerged;

export type Separated = Readonly<{
  survivor: RecordedAgreement;
  restored: RecordedAgreement;
  /** Facts of the survivor changed after the merge, which therefore keep their present wording. */
  kept: readonly FactName[];
}>;

export type UndoMerge = Readonly<{ mergeId: number; reason: string | null }>;

export async function undoMerge(
  tx: Tx,
  actor: Actor,
  { mergeId, reason }: UndoMerge,
): Promise<Outcome<Separated, UndoMergeProblem>> {
  const merge = await findMerge(tx, mergeId);
  if (merge === undefined) return refuse({ code: "merge_not_found" });
  const survivor = await lockOf(tx, merge.survivorId);
  if (!(await mayDecide(tx, actor, marksOf(survivor)))) return refuse({ code: "not_permitted" });
  if ((await findMerge(tx, mergeId))?.isUndone === true) return refuse({ code: "merge_already_undone" });
  if (survivor.mergedInto !== null) return refuse({ code: "agreement_merged", into: survivor.mergedInto });
  const separated = await separateSurvivor(tx, merge, survivor, reason);
  const absorbed = await lockOf(tx, merge.absorbedId);
  const restored = await setPublication(tx, absorbed, merge.absorbedBefore.publication);
  await appendHistory(tx, "restored", absorbed, restored, reason);
  await markUndone(tx, mergeId);
  const kept = differingFacts(merge.survivorAfter, survivor);
  return succeed({ survivor: separated, restored, kept });
}

async function separateSurvivor(tx: Tx, merge: Merge, now: RecordedAgreement, reason: string | null) {
  const facts = separateFacts(merge.survivorBefore, merge.survivorAfter, factsOf(now));
  const separated = await replaceFacts(tx, now, facts);
  await appendHistory(tx, "merge_undone", now, separated, reason);
  return separated;
}

async function lockOf(tx: Tx, id: string): Promise<RecordedAgreement> {
  const agreement = await lockAgreement(tx, id);
  if (agreement === undefined) throw new Error(`agreement ${id} of a merge does not exist`);
  return agreement;
}
