/**
 * Corrects a counterpart abroad (海外側), or makes two records of one body into one and takes that back. Counterparts
 * belong to nobody, so only who edits everybody's agreements does this. A merged one is kept: its number leads to the
 * one it went into, and its agreements, whose printed names stay, belong to that one until the merge is taken back.
 */
import { isDeepStrictEqual } from "node:util";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermitted, type Tx } from "../../platform/index.ts";
import { refuseRequiredReason } from "../change-reason.ts";
import type { MailboxInReason, MergeNotFound, MergeUndone, NotPermitted, ReasonMissing } from "../problems.ts";
import {
  addedNames,
  COUNTERPART_FACT_NAMES,
  type CounterpartFactProblem,
  type CounterpartFacts,
  refuseCounterpartFacts,
} from "./counterpart-facts.ts";
import {
  appendCounterpartHistory,
  findCounterpartMerge,
  findCounterpartNamed,
  insertCounterpartMerge,
  lockCounterpart,
  markCounterpartMergeUndone,
  moveParties,
  type RecordedCounterpart,
  saveCounterpart,
} from "./counterpart-record-store.ts";

export type CounterpartProblem =
  | NotPermitted
  | ReasonMissing
  | MailboxInReason
  | MergeNotFound
  | MergeUndone
  | Readonly<{ code: "counterpart_not_found" }>
  /** It lives on in another one. */
  | Readonly<{ code: "counterpart_merged"; into: string }>
  /** Somebody saved it first; nothing of the caller's is saved. */
  | Readonly<{ code: "counterpart_stale"; saved: RecordedCounterpart }>
  | Readonly<{ code: "counterpart_invalid"; why: CounterpartFactProblem }>
  /** Another one has that name in that country. */
  | Readonly<{ code: "counterpart_exists"; id: string }>
  | Readonly<{ code: "same_counterpart" }>;

type Held = Readonly<{ id: string; expectedVersion: number }>;

export function mayChangeCounterparts(actor: Actor): boolean {
  return isPermitted(actor, "agreement.edit", ["*"]);
}

/** Saving without a difference makes no new version. */
export async function editCounterpart(
  tx: Tx,
  actor: Actor,
  { facts, reason, ...held }: Held & Readonly<{ facts: CounterpartFacts; reason: string }>,
): Promise<Outcome<RecordedCounterpart, CounterpartProblem>> {
  const barred = refuseAct(actor, reason);
  if (barred !== undefined) return refuse(barred);
  const found = await hold(tx, held);
  if (!found.ok) return found;
  const saved = found.value;
  const why = refuseCounterpartFacts(facts);
  if (why !== undefined) return refuse({ code: "counterpart_invalid", why });
  if (COUNTERPART_FACT_NAMES.every((name) => isDeepStrictEqual(saved[name], facts[name]))) return succeed(saved);
  const other = await findCounterpartNamed(tx, facts, saved.id);
  if (other !== undefined) return refuse({ code: "counterpart_exists", id: other });
  const edited = await saveCounterpart(tx, saved, facts);
  await appendCounterpartHistory(tx, "edited", saved, edited, reason.trim());
  return succeed(edited);
}

export type CounterpartMergeRequest = Readonly<{
  survivorId: string;
  survivorVersion: number;
  absorbedId: string;
  absorbedVersion: number;
  reason: string;
}>;

export async function mergeCounterparts(
  tx: Tx,
  actor: Actor,
  { survivorId, survivorVersion, absorbedId, absorbedVersion, reason }: CounterpartMergeRequest,
): Promise<Outcome<RecordedCounterpart, CounterpartProblem>> {
  if (survivorId === absorbedId) return refuse({ code: "same_counterpart" });
  const barred = refuseAct(actor, reason);
  if (barred !== undefined) return refuse(barred);
  const asked = [
    { id: survivorId, expectedVersion: survivorVersion },
    { id: absorbedId, expectedVersion: absorbedVersion },
  ];
  const locked = new Map<string, RecordedCounterpart>();
  // In the order of ids, so that two people merging crosswise do not block each other.
  for (const held of asked.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = await hold(tx, held);
    if (!found.ok) return found;
    locked.set(held.id, found.value);
  }
  const [survivor, absorbed] = [locked.get(survivorId), locked.get(absorbedId)];
  if (survivor === undefined || absorbed === undefined) throw new Error("both counterparts were locked above");
  const added = addedNames(survivor, absorbed);
  const combined = await saveCounterpart(tx, survivor, { ...survivor, names: [...survivor.names, ...added] });
  const retired = await saveCounterpart(tx, absorbed, absorbed, survivor.id);
  const moved = await moveParties(tx, absorbed.id, survivor.id, null);
  await appendCounterpartHistory(tx, "merged", survivor, combined, reason.trim());
  await appendCounterpartHistory(tx, "absorbed", absorbed, retired, reason.trim());
  await insertCounterpartMerge(tx, { survivorId, absorbedId, addedNames: added, moved });
  return succeed(combined);
}

/** What was recorded for the survivor since stays with it. */
export async function undoCounterpartMerge(
  tx: Tx,
  actor: Actor,
  { mergeId, reason }: Readonly<{ mergeId: number; reason: string }>,
): Promise<Outcome<RecordedCounterpart, CounterpartProblem>> {
  const barred = refuseAct(actor, reason);
  if (barred !== undefined) return refuse(barred);
  const merge = await findCounterpartMerge(tx, mergeId);
  if (merge === undefined) return refuse({ code: "merge_not_found" });
  const survivor = await lockCounterpart(tx, merge.survivorId);
  const absorbed = await lockCounterpart(tx, merge.absorbedId);
  if (survivor === undefined || absorbed === undefined) return refuse({ code: "counterpart_not_found" });
  if ((await findCounterpartMerge(tx, mergeId))?.isUndone === true) return refuse({ code: "merge_already_undone" });
  if (survivor.mergedInto !== null) return refuse({ code: "counterpart_merged", into: survivor.mergedInto });
  const names = survivor.names.filter((name) => !merge.addedNames.some((added) => isDeepStrictEqual(added, name)));
  const separated = await saveCounterpart(tx, survivor, { ...survivor, names });
  const restored = await saveCounterpart(tx, absorbed, absorbed);
  await moveParties(tx, survivor.id, absorbed.id, merge.moved);
  await appendCounterpartHistory(tx, "merge_undone", survivor, separated, reason.trim());
  await appendCounterpartHistory(tx, "restored", absorbed, restored, reason.trim());
  await markCounterpartMergeUndone(tx, mergeId);
  return succeed(separated);
}

function refuseAct(actor: Actor, reason: string): NotPermitted | ReasonMissing | MailboxInReason | undefined {
  return mayChangeCounterparts(actor) ? refuseRequiredReason(reason) : { code: "not_permitted" };
}

async function hold(tx: Tx, { id, expectedVersion }: Held): Promise<Outcome<RecordedCounterpart, CounterpartProblem>> {
  const saved = await lockCounterpart(tx, id);
  if (saved === undefined) return refuse({ code: "counterpart_not_found" });
  if (saved.mergedInto !== null) return refuse({ code: "counterpart_merged", into: saved.mergedInto });
  return saved.version === expectedVersion ? succeed(saved) : refuse({ code: "counterpart_stale", saved });
}
