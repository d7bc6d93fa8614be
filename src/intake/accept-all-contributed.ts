/**
 * Accepts every pending draft of another slice's records that has no unsettled error or warning, in one transaction:
 * a fault in between leaves everything as it was. What the slice refuses stays, with the reason, and stops nothing.
 */
import { type Outcome, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import type { ContributedAcceptance, ContributedDrafts } from "./contributed-drafts.ts";
import { ownerOf } from "./decide-contributed.ts";
import { isContributed } from "./draft-record.ts";
import { decideDraft, lockPendingDrafts } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { findPersonalConfirmation, listPositionsWithOpenFindings } from "./finding-store.ts";
import type { ImportedDocument, StoredDraft } from "./imported-document.ts";
import type { LeftReason } from "./left-reason.ts";
import { writeOutcome } from "./write-outcome.ts";

export type LeftDraft = Readonly<{ position: number; reason: LeftReason }>;
export type ContributedBulk = Readonly<{ accepted: number; left: readonly LeftDraft[] }>;

export function acceptAllContributed(
  database: Database,
  actor: Actor,
  contribution: ContributedDrafts,
  { document, owner }: Readonly<{ document: ImportedDocument; owner: string }>,
  options?: WorkOptions,
): Promise<Outcome<ContributedBulk, never>> {
  return writeOutcome<ContributedBulk, never>(
    database,
    actor,
    async (tx) => {
      const pending = await lockPendingDrafts(tx, document.id);
      const open = await listPositionsWithOpenFindings(tx, document.id);
      const left: LeftDraft[] = [];
      const ready: Ready[] = [];
      for (const draft of pending) {
        const made = await prepare(tx, actor, contribution, { document, draft, owner }, open);
        if (typeof made === "string") left.push({ position: draft.position, reason: made });
        else ready.push({ draft, acceptance: made });
      }
      const refused = await accept(tx, actor, contribution, ready);
      return succeed({ accepted: ready.length - refused.length, left: [...left, ...refused].toSorted(byPosition) });
    },
    options,
  );
}

type Ready = Readonly<{ draft: StoredDraft; acceptance: ContributedAcceptance }>;
type Asked = Readonly<{ document: ImportedDocument; draft: StoredDraft; owner: string }>;

async function prepare(
  tx: Tx,
  actor: Actor,
  contribution: ContributedDrafts,
  { document, draft, owner: asked }: Asked,
  open: ReadonlySet<number>,
): Promise<ContributedAcceptance | LeftReason> {
  const { record } = draft;
  if (open.has(draft.position)) return "open_findings";
  if (!isContributed(record)) return "facts_refused";
  const owner = ownerOf(contribution, actor, record, asked);
  if (!owner.ok) return "owner_unclear";
  const confirmation = await findPersonalConfirmation(tx, draft);
  return { document, record, owner: owner.value, isAnother: false, isUnseen: true, confirmation };
}

async function accept(
  tx: Tx,
  actor: Actor,
  contribution: ContributedDrafts,
  ready: readonly Ready[],
): Promise<readonly LeftDraft[]> {
  const outcomes = await contribution.acceptAll(
    tx,
    actor,
    ready.map(({ acceptance }) => acceptance),
  );
  const refused: LeftDraft[] = [];
  for (const [index, { draft }] of ready.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error("every draft has its outcome");
    const { documentId, position } = draft;
    if (!outcome.ok) {
      refused.push({ position, reason: outcome.problem.left });
      continue;
    }
    const { recordId } = outcome.value;
    await decideDraft(tx, draft, { state: "accepted", ...outcome.value });
    await appendEvent(tx, { documentId, draftPosition: position, action: "accepted", recordId });
  }
  return refused;
}

function byPosition(a: LeftDraft, b: LeftDraft): number {
  return a.position - b.position;
}
