/** What intake keeps about a document and its drafts, as pages and use cases read it. */
import type { FileFormat } from "../documents/source-text.ts";
import type { Finding } from "../kernel/finding.ts";
import type { AgreementFacts } from "../registry/index.ts";
import type { CheckedTable } from "./document-reading.ts";
import type { DraftRecord, StoredRecord } from "./draft-record.ts";
import type { SheetMapping } from "./table/mapping.ts";

export type DraftState = "pending" | "accepted" | "skipped" | "linked";

export type ImportedDocument = Readonly<{
  id: string;
  name: string;
  /** Names under which the same bytes came again. */
  otherNames: readonly string[];
  sha256: string;
  format: FileFormat;
  layout: string;
  lineCount: number;
  /** The file itself is stored; false when a personal-looking address stands in it. */
  originalKept: boolean;
  tables: readonly CheckedTable[];
  /** Which column means what, for tables only. */
  mapping: readonly SheetMapping[] | null;
  mappingConfirmed: boolean;
  importedAt: string;
  importedBy: string;
  importedByName: string | null;
}>;

export type DraftCounts = Readonly<Record<DraftState, number> & { total: number; blocked: number; clean: number }>;

export type ImportSummary = Readonly<{
  document: Pick<
    ImportedDocument,
    "id" | "name" | "layout" | "importedAt" | "importedBy" | "importedByName" | "mappingConfirmed"
  >;
  counts: DraftCounts;
  openFindings: number;
}>;

export type ImportDraft = StoredDraft & Readonly<{ record: DraftRecord }>;

export type StoredDraft = Readonly<{
  documentId: string;
  /** From 1, in the order of the document. */
  position: number;
  /** As it would be recorded: corrected where a person corrected it. */
  record: StoredRecord;
  /** What was read, when a person corrected it; null while nobody did. */
  asRead: StoredRecord | null;
  correctedAt: string | null;
  correctedBy: string | null;
  /** Where the reader may read it; so of every name here. */
  correctedByName: string | null;
  state: DraftState;
  version: number;
  agreementId: string | null;
  /** Of a contributed record: what it became in its slice. */
  recordId: string | null;
  /** The facts as they were recorded when it was accepted or linked. */
  facts: AgreementFacts | null;
  /** The facts of the linked agreement before the link. */
  factsBefore: AgreementFacts | null;
  /** How the record stood right after the decision (draft, published); null where that was not noted. */
  standing: string | null;
  /** An agreement's facts as a person typed them when accepting; they stay when that is taken back. */
  edited: AgreementFacts | null;
  reason: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  decidedByName: string | null;
}>;

export type ImportFinding = Finding &
  Readonly<{
    /** Within the document, from 1. */
    number: number;
    draftPosition: number | null;
    settledAt: string | null;
    settledBy: string | null;
    settledByName: string | null;
    reason: string | null;
    /** Settled with a correction: the part that was corrected, or `check` where the corrected facts no longer show it. */
    byCorrection: string | null;
    /** First found in the corrected draft. */
    ofCorrection: boolean;
  }>;
