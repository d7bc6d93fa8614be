/**
 * Drafts that wait and the records they seem to be, pair by pair, for linking many at once after importing over what
 * is recorded already. A pair is chosen beforehand only where the key facts agree exactly (both sides, title and
 * dates; of other slices' records what the slice says) with one record alone and nothing open; all else is for a
 * person to choose, who sees both versions.
 */
import type { Actor, Language, Tx } from "../platform/index.ts";
import { type AgreementFacts, type FactName, findAgreement, type RecordedAgreement } from "../registry/index.ts";
import { type ContributedCandidate, type ContributedDrafts, contributionFor } from "./contributed-drafts.ts";
import { ownerOf } from "./decide-contributed.ts";
import { isContributed } from "./draft-record.ts";
import { isOfAgreement, listPendingDrafts } from "./draft-store.ts";
import { statedFacts } from "./facts-of-draft.ts";
import { findCandidates } from "./find-candidates.ts";
import { countOpenByPosition } from "./finding-store.ts";
import type { ImportDraft, ImportedDocument, StoredDraft } from "./imported-document.ts";
import { factsThatDiffer } from "./link-draft.ts";

type Pair = Readonly<{
  draft: StoredDraft;
  recordId: string;
  recordVersion: number;
  title: string;
  /** Key facts agree, no other record looks the same, and no finding is open. */
  isSure: boolean;
  /** Open error findings: it cannot be linked before they are settled. */
  isBlocked: boolean;
  openWarnings: number;
  /** Other records look the same too. */
  isAmbiguous: boolean;
}>;

export type AgreementPair = Pair &
  Readonly<{
    kind: "agreement";
    draft: ImportDraft;
    stated: AgreementFacts;
    record: RecordedAgreement;
    differing: readonly FactName[];
  }>;

export type ContributedPair = Pair & Readonly<{ kind: "contributed"; candidate: ContributedCandidate }>;

export type LookAlike = AgreementPair | ContributedPair;

export type LookAlikes = Readonly<{
  pairs: readonly LookAlike[];
  /** Position behind which drafts were not looked at; null when all were. */
  next: number | null;
}>;

export type LookAlikesAsked = Readonly<{
  document: ImportedDocument;
  contributed: readonly ContributedDrafts[];
  /** Whose records they become, of other slices' records; empty for the body the person works for. */
  owner: string;
  lang: Language;
  after: number;
}>;

/** Drafts looked at for one page. */
const LOOKED_AT = 300;

export async function findLookAlikes(tx: Tx, actor: Actor, asked: LookAlikesAsked): Promise<LookAlikes> {
  const { document, after } = asked;
  const found = await listPendingDrafts(tx, document.id, after, LOOKED_AT + 1);
  const drafts = found.slice(0, LOOKED_AT);
  const open = await countOpenByPosition(tx, document.id);
  const about = (draft: StoredDraft) => {
    const { errors = 0, warnings = 0 } = open.get(draft.position) ?? {};
    return { isBlocked: errors > 0, openWarnings: warnings };
  };
  const pairs: LookAlike[] = [];
  for (const draft of drafts) {
    const pair = isOfAgreement(draft) ? await pairAgreement(tx, document, draft, about(draft)) : undefined;
    if (pair !== undefined) pairs.push(pair);
  }
  const contributed = await pairContributed(tx, actor, asked, drafts);
  pairs.push(...contributed.map((pair) => withOpen(pair, about(pair.draft))));
  return { pairs, next: found.length > LOOKED_AT ? (drafts.at(-1)?.position ?? null) : null };
}

type Open = Pick<Pair, "isBlocked" | "openWarnings">;

async function pairAgreement(
  tx: Tx,
  document: ImportedDocument,
  draft: ImportDraft,
  open: Open,
): Promise<AgreementPair | undefined> {
  const stated = statedFacts(draft, document);
  const same = (await findCandidates(tx, stated)).filter(({ comparison }) => comparison.looksSame);
  const [best] = same;
  const record = best === undefined ? undefined : await findAgreement(tx, best.agreement.id);
  if (best === undefined || record === undefined) return undefined;
  const isExact = best.comparison.differing.length === 0;
  const isAmbiguous = same.length > 1;
  return {
    ...{ kind: "agreement", draft, stated, record, recordId: record.id, recordVersion: record.version, ...open },
    ...{ title: record.title, differing: factsThatDiffer(record, draft, document), isAmbiguous },
    isSure: isExact && !isAmbiguous && !open.isBlocked && open.openWarnings === 0,
  };
}

type UnsurePair = Omit<ContributedPair, "isBlocked" | "openWarnings">;

async function pairContributed(
  tx: Tx,
  actor: Actor,
  { document, contributed, owner: asked, lang }: LookAlikesAsked,
  drafts: readonly StoredDraft[],
): Promise<readonly UnsurePair[]> {
  const [first] = drafts;
  const contribution = first === undefined ? undefined : contributionFor(contributed, first.record);
  if (contribution === undefined) return [];
  const ready = drafts.flatMap((draft) => {
    const { record } = draft;
    if (!isContributed(record)) return [];
    const owner = ownerOf(contribution, actor, record, asked);
    return owner.ok ? [{ draft, asked: { document, record, owner: owner.value } }] : [];
  });
  const found = await contribution.findCandidates(
    tx,
    ready.map((one) => one.asked),
    lang,
  );
  return ready.flatMap(({ draft }, index) => {
    const same = (found[index] ?? []).filter(({ looksSame }) => looksSame);
    const [candidate] = same;
    if (candidate === undefined) return [];
    const { recordId, version: recordVersion, title, keyFactsAgree } = candidate;
    const isAmbiguous = same.length > 1;
    const isSure = keyFactsAgree && !isAmbiguous;
    return [{ kind: "contributed", draft, candidate, recordId, recordVersion, title, isAmbiguous, isSure } as const];
  });
}

function withOpen(pair: UnsurePair, open: Open): ContributedPair {
  return { ...pair, ...open, isSure: pair.isSure && !open.isBlocked && open.openWarnings === 0 };
}
