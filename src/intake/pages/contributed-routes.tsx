/** Looking at, accepting and joining a draft of another slice's record. Skipping and reopening are as for any draft. */
import { type RequestContext, readForm, type Tx } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { contributionFor } from "../contributed-drafts.ts";
import { acceptContributed, linkContributed } from "../decide-contributed.ts";
import { isContributed } from "../draft-record.ts";
import { findStoredDraft } from "../draft-store.ts";
import { ContributedPage } from "./contributed-page.tsx";
import type { ContributedPageProps } from "./contributed-view.ts";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { loadReview } from "./load-draft-page.ts";
import { pageContext } from "./page-context.ts";
import { goOn, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { undoableBy } from "./undo-link.tsx";
import { whoseRecord } from "./whose.ts";

/** @returns undefined for a draft of an agreement, or one that is not there. */
export async function isContributedDraft(c: RequestContext, { database }: RouteParts, at: DraftAddress) {
  const draft = await database.read(c.get("actor"), (tx) => findStoredDraft(tx, at.documentId, at.position));
  return draft !== undefined && isContributed(draft.record);
}

type Shown = Readonly<{ current?: number; refused?: Readonly<{ message: string; reason: string }> | undefined }> &
  Readonly<{ asked: number | undefined; status: 200 | 403 | 404 | 409 | 413 | 422 }>;

export async function showContributed(
  c: RequestContext,
  parts: RouteParts,
  at: DraftAddress,
  { asked, refused, status }: Shown,
) {
  const loaded = await parts.database.read(c.get("actor"), (tx) => loadContributed(tx, c, parts, at, asked), workOf(c));
  if (loaded === undefined) return notFound(c);
  return renderPage(c, <ContributedPage context={pageContext(c)} {...loaded} refused={refused} />, status);
}

/** Everything the pages of one such draft show; undefined when there is none. */
export async function loadContributed(
  tx: Tx,
  c: RequestContext,
  { contributed = [] }: RouteParts,
  at: DraftAddress,
  asked?: number,
): Promise<Omit<ContributedPageProps, "context"> | undefined> {
  const review = await loadReview(tx, at.documentId, at.position, asked);
  if (review === undefined) return undefined;
  const { document, draft } = review;
  const { record } = draft;
  const contribution = contributionFor(contributed, record);
  if (contribution === undefined || !isContributed(record)) return undefined;
  const whose = whoseRecord(contribution, c.get("actor"), record, pageContext(c).query.get("owner"));
  const { owner } = whose;
  const isOpen = owner !== null && draft.state === "pending";
  const [candidates = []] = isOpen
    ? await contribution.findCandidates(tx, [{ document, record, owner }], c.get("lang"))
    : [];
  const { findings: findingWords } = contribution;
  return { ...review, draft: { ...draft, record }, contribution, whose, candidates, findingWords };
}

export async function acceptContributedDraft(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const { contributed = [], database } = parts;
  const form = await readForm(c);
  const owner = formText(form, "owner").normalize("NFKC").trim();
  const choice = { ...choiceFrom(at, form), owner, isAnother: formText(form, "another") === "yes" };
  const outcome = await acceptContributed(database, c.get("actor"), contributed, choice, workOf(c));
  if (!outcome.ok) return refuseWith(c, outcome.problem, addressOf(at));
  return goOn(
    c,
    parts,
    at,
    `done=accepted&record=${outcome.value.recordId}&owner=${encodeURIComponent(owner)}&${undoableBy(c.get("requestId"))}`,
  );
}

export async function linkContributedDraft(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const { contributed = [], database } = parts;
  const form = await readForm(c);
  const owner = formText(form, "owner").normalize("NFKC").trim();
  const choice = {
    ...{ ...choiceFrom(at, form), owner, recordId: formText(form, "record") },
    recordVersion: Number(formText(form, "recordVersion")),
    take: form.getAll("take").filter((name) => typeof name === "string"),
  };
  const outcome = await linkContributed(database, c.get("actor"), contributed, choice, workOf(c));
  if (!outcome.ok) return refuseWith(c, outcome.problem, addressOf(at));
  return goOn(
    c,
    parts,
    at,
    `done=linked&record=${outcome.value.recordId}&owner=${encodeURIComponent(owner)}&${undoableBy(c.get("requestId"))}`,
  );
}
