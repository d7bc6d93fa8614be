/**
 * A person says of many drafts at once which records they are (同じ記録として結びつける). All are linked in one transaction;
 * what differs stays as recorded, the source and missing fields are added, and what is empty when that is asked for. When one is refused, none is linked.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { findAgreement } from "../registry/index.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import { linkContributedIn } from "./decide-contributed.ts";
import { findDocument } from "./document-store.ts";
import { findStoredDraft, isOfAgreement } from "./draft-store.ts";
import { linkInTransaction } from "./link-draft.ts";
import type { DocumentNotFound, IntakeProblem, LinksRefused, NothingChosen } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type ChosenPair = Readonly<{
  position: number;
  /** Versions of the draft and of the record the person looked at. */
  expectedVersion: number;
  recordId: string;
  recordVersion: number;
}>;

export type LinksChosen = Readonly<{
  documentId: string;
  pairs: readonly ChosenPair[];
  /** Whose records they are, of other slices' records; empty for the body the person works for. */
  owner: string;
  /** What the record leaves empty is taken from the draft; of other slices' records it always is. */
  isFilling?: boolean;
}>;

export type LinkTogetherProblem = DocumentNotFound | NothingChosen | LinksRefused;

export async function linkTogether(
  database: Database,
  actor: Actor,
  { documentId, pairs, owner, isFilling = false }: LinksChosen,
  options?: WorkOptions & Readonly<{ contributed?: readonly ContributedDrafts[] | undefined }>,
): Promise<Outcome<Readonly<{ linked: number }>, LinkTogetherProblem>> {
  if (pairs.length === 0) return refuse({ code: "nothing_chosen" });
  return writeOutcome<Readonly<{ linked: number }>, LinkTogetherProblem>(
    database,
    actor,
    async (tx) => {
      if ((await findDocument(tx, documentId)) === undefined) return refuse({ code: "document_not_found" });
      const versions = new Map<string, number>();
      const refused: LinksRefused["refused"][number][] = [];
      for (const pair of pairs.toSorted((a, b) => a.position - b.position)) {
        const known = { ...pair, recordVersion: versions.get(pair.recordId) ?? pair.recordVersion };
        const linked = await linkOne(
          tx,
          actor,
          { documentId, owner, isFilling, pair: known },
          options?.contributed ?? [],
        );
        if (!linked.ok) refused.push({ position: pair.position, problem: linked.problem });
        // Of two sheets of one record the second meets the version the first made.
        const now = linked.ok && /^A/u.test(pair.recordId) ? await findAgreement(tx, pair.recordId) : undefined;
        if (now !== undefined) versions.set(now.id, now.version);
      }
      return refused.length > 0 ? refuse({ code: "links_refused", refused }) : succeed({ linked: pairs.length });
    },
    options,
  );
}

type One = Readonly<{ documentId: string; owner: string; isFilling: boolean; pair: ChosenPair }>;

async function linkOne(
  tx: Tx,
  actor: Actor,
  { documentId, owner, isFilling, pair }: One,
  contributed: readonly ContributedDrafts[],
): Promise<Outcome<unknown, IntakeProblem>> {
  const { position, expectedVersion, recordId, recordVersion } = pair;
  const draft = await findStoredDraft(tx, documentId, position);
  if (draft === undefined) return refuse({ code: "draft_not_found" });
  const choice = { documentId, position, expectedVersion };
  const take = isFilling ? "empty" : [];
  return isOfAgreement(draft)
    ? linkInTransaction(tx, actor, { ...choice, agreementId: recordId, agreementVersion: recordVersion, take })
    : linkContributedIn(tx, actor, contributed, { ...choice, owner, recordId, recordVersion, take: [] });
}
