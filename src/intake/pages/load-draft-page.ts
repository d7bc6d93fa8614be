/** Everything the review of one draft shows, read in one transaction. */
import type { Tx } from "../../platform/index.ts";
import { findDocument, listLines } from "../document-store.ts";
import { countDrafts, findNeighbours, findStoredDraft, isOfAgreement } from "../draft-store.ts";
import { listEvents } from "../event-store.ts";
import { statedFacts } from "../facts-of-draft.ts";
import { findAcceptedOriginal } from "../find-accepted-original.ts";
import { findCandidates } from "../find-candidates.ts";
import { listFindingsOfDraft } from "../finding-store.ts";
import type { ImportFinding } from "../imported-document.ts";
import type { DraftPageProps, ReviewProps } from "./draft-view.ts";

export type LoadedDraftPage = Omit<DraftPageProps, "context" | "refused">;
export type LoadedReview = Omit<ReviewProps, "context" | "refused">;

/** @param asked number of the finding to show, from 1; otherwise the first open one. */
export async function loadDraftPage(
  tx: Tx,
  documentId: string,
  position: number,
  asked: number | undefined,
): Promise<LoadedDraftPage | undefined> {
  const review = await loadReview(tx, documentId, position, asked);
  if (review === undefined) return undefined;
  const { document, draft } = review;
  if (!isOfAgreement(draft)) return undefined;
  const isPending = draft.state === "pending";
  return {
    ...review,
    draft,
    candidates: isPending ? await findCandidates(tx, statedFacts(draft, document)) : [],
    original: isPending ? await findAcceptedOriginal(tx, draft) : undefined,
  };
}

/** What the review of a draft of any record shows. */
export async function loadReview(
  tx: Tx,
  documentId: string,
  position: number,
  asked: number | undefined,
): Promise<LoadedReview | undefined> {
  const document = await findDocument(tx, documentId);
  const draft = document === undefined ? undefined : await findStoredDraft(tx, documentId, position);
  if (document === undefined || draft === undefined) return undefined;
  const findings = await listFindingsOfDraft(tx, documentId, position);
  const current = asked === undefined || findings[asked - 1] === undefined ? firstOpen(findings) : asked - 1;
  const [from, to] = draft.record.lines ?? [0, -1];
  const line = findings[current]?.at.line;
  const isOutside = draft.record.kind !== "agreement-row" && line !== undefined && (line < from || line > to);
  return {
    document,
    draft,
    findings,
    current,
    counts: await countDrafts(tx, documentId),
    neighbours: await findNeighbours(tx, documentId, position),
    lines: await listLines(tx, documentId, from, to),
    elsewhere: isOutside ? await listLines(tx, documentId, line, line) : [],
    events: await listEvents(tx, documentId, position),
  };
}

/** What still needs a decision comes before what was settled and before notices. */
function firstOpen(findings: readonly ImportFinding[]): number {
  const open = findings.findIndex(({ settledAt, severity }) => settledAt === null && severity !== "info");
  return open >= 0 || findings.length === 0 ? open : 0;
}
