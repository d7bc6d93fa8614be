/** Everything the page of an imported document shows, read in one transaction. */
import type { Tx } from "../../platform/index.ts";
import { listAcceptances } from "../acceptance-store.ts";
import { findDocument } from "../document-store.ts";
import { countDrafts, DRAFT_FILTERS, type DraftListing, listDrafts } from "../draft-store.ts";
import { listEvents } from "../event-store.ts";
import { countFindings, listFindingsOfDocument } from "../finding-store.ts";
import { ACCEPTANCES_SHOWN } from "./acceptances-section.tsx";
import type { DocumentPageProps } from "./document-view.ts";

const PAGE_SIZE = 50;
const FINDINGS_SHOWN = 100;

export async function loadDocumentPage(
  tx: Tx,
  documentId: string,
  query: URLSearchParams,
): Promise<Omit<DocumentPageProps, "context" | "findingWords" | "noun" | "whose"> | undefined> {
  const document = await findDocument(tx, documentId);
  if (document === undefined) return undefined;
  const filter = DRAFT_FILTERS.find((name) => name === query.get("filter"));
  const before = positionOf(query.get("before"));
  const after = before === undefined ? (positionOf(query.get("after")) ?? 0) : 0;
  const range = before === undefined ? { after } : { before };
  const found = await listDrafts(tx, documentId, { filter, ...range, size: PAGE_SIZE + 1 });
  const hasMore = found.length > PAGE_SIZE;
  const drafts = before === undefined ? found.slice(0, PAGE_SIZE) : found.slice(hasMore ? 1 : 0);
  return {
    document,
    filter,
    drafts,
    counts: await countDrafts(tx, documentId),
    findings: await listFindingsOfDocument(tx, documentId, FINDINGS_SHOWN),
    findingCounts: await countFindings(tx, documentId),
    page: pageAround(drafts, before === undefined ? after > 0 : hasMore, before === undefined ? hasMore : true),
    acceptances: await listAcceptances(tx, documentId, ACCEPTANCES_SHOWN),
    events: await listEvents(tx, documentId, null),
  };
}

function pageAround(
  drafts: readonly DraftListing[],
  hasPrevious: boolean,
  hasNext: boolean,
): DocumentPageProps["page"] {
  return {
    size: PAGE_SIZE,
    previous: hasPrevious ? (drafts[0]?.position ?? null) : null,
    next: hasNext ? (drafts.at(-1)?.position ?? null) : null,
  };
}

function positionOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
