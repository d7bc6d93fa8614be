/**
 * DocumentReading: what any layout makes of a document, in the one form in which intake stores and shows it.
 *
 * Every finding knows the draft it belongs to, by its place in the list, or stands for the document as a whole.
 */
import type { SourceText } from "../documents/source-text.ts";
import type { Finding } from "../kernel/finding.ts";
import type { StoredRecord } from "./draft-record.ts";
import type { SheetMapping } from "./table/mapping.ts";

export type PlacedFinding = Readonly<{
  finding: Finding;
  /** Index into `drafts`, or null. */
  draft: number | null;
}>;

/** A table printed in the document beside the same table counted again from its sheets. Rows are shown as they are. */
export type CheckedTable = Readonly<{
  id: string;
  printed: readonly CheckedRow[];
  recounted: readonly CheckedRow[];
}>;
export type CheckedRow = Readonly<{
  label: string;
  cells: Readonly<Partial<Record<string, Readonly<{ n: number; relisted: number }>>>>;
}>;

export type DocumentReading = Readonly<{
  layout: string;
  drafts: readonly StoredRecord[];
  findings: readonly PlacedFinding[];
  /** Entries of the table of contents, as the layout gives them. */
  toc: readonly unknown[];
  tables: readonly CheckedTable[];
  /** Which column means what, for tables only. */
  mapping: readonly SheetMapping[] | null;
  /** The document that programs get (`import --json`). */
  report: ImportReport;
}>;

export type ImportReport = Readonly<{
  document: Readonly<{ name: string; sha256: string; lines: number }>;
  layout: string | null;
  findings: readonly Finding[];
  [part: string]: unknown;
}>;

/** A layout as intake uses it: how sure it is (0 to 1), and its reading. */
export type ImportLayout = Readonly<{
  name: string;
  recognise: (source: SourceText) => number;
  read: (source: SourceText) => DocumentReading;
}>;
