/**
 * Accepts every pending draft of a document that has no unsettled error or warning, one transaction each, so that a
 * stop in between loses nothing and the rest can be done again. A sheet that prints 【再掲】 is linked to its one
 * original in the same document, since that is what the document itself says. A draft that looks the same as a
 * record the registry already has is left to a person: nothing is merged automatically. Drafts of other slices'
 * records are accepted together (accept-all-contributed.ts).
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { findAgreement } from "../registry/index.ts";
import { acceptAllContributed } from "./accept-all-contributed.ts";
import { acceptDraft } from "./accept-draft.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import { findDocument } from "./document-store.ts";
import { findStoredDraft, isOfAgreement, listPendingPositions } from "./draft-store.ts";
import { statedFacts } from "./facts-of-draft.ts";
import { findAcceptedOriginal } from "./find-accepted-original.ts";
import { findCandidates } from "./find-candidates.ts";
import { listOpenNumbers } from "./finding-store.ts";
import type { ImportDraft, ImportedDocument } from "./imported-document.ts";
import type { LeftReason } from "./left-reason.ts";
import { linkDraft } from "./link-draft.ts";
import { relistingReason } from "./messages.ja.ts";
import type { DocumentNotFound, MappingUnconfirmed } from "./problems.ts";

export type BulkAcceptance = Readonly<{
  accepted: number;
  /** Relistings linked to their original. */
  linked: number;
  left: readonly Readonly<{ position: number; reason: LeftReason; agreementId?: string }>[];
  /** Pending drafts that were not looked at because of the limit. */
  untouched: number;
}>;

/** @property limit drafts looked at in one call; the rest waits for the next one. */
export type BulkOptions = WorkOptions &
  Readonly<{
    limit?: number;
    /** Drafts of other slices' records. */
    contributed?: readonly ContributedDrafts[] | undefined;
    /** Whose those records become; without it the body the actor works for. */
    owner?: string;
  }>;

type Work = Readonly<{
  database: Database;
  actor: Actor;
  options: BulkOptions | undefined;
  document: ImportedDocument;
}>;

type Left = Readonly<{ reason: LeftReason; agreementId?: string }>;

type Next =
  | Readonly<{ act: "accept"; draft: ImportDraft }>
  | Readonly<{ act: "leave"; left: Left }>
  | Readonly<{ act: "link"; draft: ImportDraft; agreementId: string; agreementVersion: number; original: ImportDraft }>;

export async function acceptAllWithoutFindings(
  database: Database,
  actor: Actor,
  documentId: string,
  options?: BulkOptions,
): Promise<Outcome<BulkAcceptance, DocumentNotFound | MappingUnconfirmed>> {
  const [document, positions] = await database.read(actor, async (tx) => [
    await findDocument(tx, documentId),
    await listPendingPositions(tx, documentId),
  ]);
  if (document === undefined) return refuse({ code: "document_not_found" });
  if (!document.mappingConfirmed) return refuse({ code: "mapping_unconfirmed" });
  const contribution = options?.contributed?.find(({ layout }) => layout.name === document.layout);
  if (contribution !== undefined) {
    const asked = { document, owner: options?.owner ?? "" };
    const bulk = await acceptAllContributed(database, actor, contribution, asked, options);
    return bulk.ok ? succeed({ ...bulk.value, linked: 0, untouched: 0 }) : bulk;
  }
  const work: Work = { database, actor, options, document };
  const done = { accepted: 0, linked: 0 };
  const left: BulkAcceptance["left"][number][] = [];
  for (const position of positions.slice(0, options?.limit)) {
    const result = await acceptOne(work, position);
    if (result === "accepted" || result === "linked") done[result] += 1;
    else left.push({ position, ...result });
  }
  return succeed({ ...done, left, untouched: Math.max(0, positions.length - (options?.limit ?? positions.length)) });
}

async function acceptOne(work: Work, position: number): Promise<"accepted" | "linked" | Left> {
  const { database, actor, options, document } = work;
  const next = await database.read(actor, (tx) => chooseNext(tx, document, position));
  if (next.act === "leave") return next.left;
  const choice = { documentId: document.id, position, expectedVersion: next.draft.version };
  if (next.act === "link") {
    const { agreementId, agreementVersion } = next;
    const reason = relistingReason(next.original.record);
    const linked = await linkDraft(database, actor, { ...choice, agreementId, agreementVersion, reason }, options);
    return linked.ok ? "linked" : { reason: reasonOf(linked.problem.code) };
  }
  const accepted = await acceptDraft(database, actor, choice, options);
  return accepted.ok ? "accepted" : { reason: reasonOf(accepted.problem.code) };
}

function reasonOf(code: string): LeftReason {
  if (code === "blocked_by_findings") return "open_findings";
  if (code === "looks_recorded") return "looks_like_existing";
  return code === "invalid_facts" || code === "counterpart_unknown" ? "facts_refused" : "decided_meanwhile";
}

async function chooseNext(tx: Tx, document: ImportedDocument, position: number): Promise<Next> {
  const draft = await findStoredDraft(tx, document.id, position);
  if (draft === undefined || draft.state !== "pending") return leave("decided_meanwhile");
  const open = await listOpenNumbers(tx, document.id, position, ["error", "warning"]);
  if (open.length > 0) return leave("open_findings");
  if (!isOfAgreement(draft)) return leave("facts_refused");
  if (draft.record.relisted) return chooseOriginal(tx, draft);
  const candidates = await findCandidates(tx, statedFacts(draft, document));
  const same = candidates.find(({ comparison }) => comparison.looksSame);
  if (same === undefined) return { act: "accept", draft };
  return { act: "leave", left: { reason: "looks_like_existing", agreementId: same.agreement.id } };
}

function leave(reason: LeftReason): Next {
  return { act: "leave", left: { reason } };
}

async function chooseOriginal(tx: Tx, draft: ImportDraft): Promise<Next> {
  const original = await findAcceptedOriginal(tx, draft);
  const saved = original === undefined ? undefined : await findAgreement(tx, original.agreementId);
  if (original === undefined || saved === undefined) return leave("original_not_accepted");
  return { act: "link", draft, agreementId: saved.id, agreementVersion: saved.version, original };
}
