/** What the review of one draft shows; its parts share it. */
import type { ContributedFindingWords } from "../contributed-drafts.ts";
import type { Neighbours } from "../draft-store.ts";
import type { ImportEvent } from "../event-store.ts";
import type { Candidate } from "../find-candidates.ts";
import type { DraftCounts, ImportDraft, ImportedDocument, ImportFinding, StoredDraft } from "../imported-document.ts";
import type { PageContext } from "./page-context.ts";

export type PlainLine = Readonly<{ line: number; text: string }>;

/** Of a draft of any record. */
export type ReviewProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  draft: StoredDraft;
  counts: DraftCounts;
  neighbours: Neighbours;
  /** Errors first; their place in this list is the number people see. */
  findings: readonly ImportFinding[];
  /** Of the slice whose record it is. */
  findingWords?: ContributedFindingWords | undefined;
  /** Index of the finding in view, or -1. */
  current: number;
  lines: readonly PlainLine[];
  /** Line of the finding in view when it stands outside the draft. */
  elsewhere: readonly PlainLine[];
  events: readonly ImportEvent[];
  /** A reason that was refused, for the finding in view. */
  refused?: Readonly<{ message: string; reason: string }> | undefined;
}>;

export type DraftPageProps = ReviewProps &
  Readonly<{
    draft: ImportDraft;
    candidates: readonly Candidate[];
    /** The one accepted original of a sheet that prints 【再掲】. */
    original: (ImportDraft & Readonly<{ agreementId: string }>) | undefined;
  }>;
