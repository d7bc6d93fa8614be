/** Makes two records that are one agreement into one. The other record is kept whole, so everything can be undone. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { lockAgreement, replaceFacts, setPublication } from "./agreement-store.ts";
import { refuseRequiredReason } from "./change-reason.ts";
import { combineFacts } from "./combine-facts.ts";
import { appendHistory } from "./history-store.ts";
import { insertMerge } from "./merge-store.ts";
import type {
  AgreementMerged,
  AgreementNotFound,
  MailboxInReason,
  NotPermitted,
  ReasonMissing,
  SameAgreement,
  StaleVersion,
} from "./problems.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";
import { mayDecide } from "./who-decides.ts";

export type MergeRequest = Readonly<{
  survivorId: string;
  survivorVersion: number;
  absorbedId: string;
  absorbedVersion: number;
  reason: string;
}>;

export type MergeProblem =
  | AgreementNotFound
  | NotPermitted
  | AgreementMerged
  | StaleVersion
  | SameAgreement
  | ReasonMissing
  | MailboxInReason;

export type Merged = Readonly<{ mergeId: number; survivor: RecordedAgreement; absorbed: RecordedAgreement }>;

export async function mergeAgreements(
  tx: Tx,
  actor: Actor,
  request: MergeRequest,
): Promise<Outcome<Merged, MergeProblem>> {
  const { survivorId, absorbedId, reason } = request;
  if (survivorId === absorbedId) return refuse({ code: "same_agreement" });
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  const found = await lockBoth(tx, actor, request);
  if (!found.ok) return found;
  const { survivor, absorbed } = found.value;
  const combined = await replaceFacts(tx, survivor, combineFacts(survivor, absorbed));
  const retired = await setPublication(tx, absorbed, "withdrawn", survivor.no);
  await appendHistory(tx, "merged", survivor, combined, reason);
  await appendHistory(tx, "absorbed", absorbed, retired, reason);
  const mergeId = await insertMerge(tx, { before: survivor, after: combined }, absorbed);
  return succeed({ mergeId, survivor: combined, absorbed: retired });
}

type Pair = Readonly<{ survivor: RecordedAgreement; absorbed: RecordedAgreement }>;

/** Locks in the order of ids, so that two people merging the same records crosswise do not block each other. */
async function lockBoth(tx: Tx, actor: Actor, request: MergeRequest): Promise<Outcome<Pair, MergeProblem>> {
  const expected = new Map([
    [request.survivorId, request.survivorVersion],
    [request.absorbedId, request.absorbedVersion],
  ]);
  const locked = new Map<string, RecordedAgreement>();
  for (const [id, version] of [...expected].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const saved = await lockAgreement(tx, id);
    if (saved === undefined) return refuse({ code: "agreement_not_found", id });
    if (!(await mayDecide(tx, actor, marksOf(saved)))) return refuse({ code: "not_permitted" });
    if (saved.mergedInto !== null) return refuse({ code: "agreement_merged", into: saved.mergedInto });
    if (saved.version !== version) return refuse({ code: "stale_version", saved, differing: [] });
    locked.set(id, saved);
  }
  const survivor = locked.get(request.survivorId);
  const absorbed = locked.get(request.absorbedId);
  if (survivor === undefined || absorbed === undefined) throw new Error("both agreements were locked above");
  return succeed({ survivor, absorbed });
}
