/**
 * Why a document cannot be written, and where: all flaws at once, each with the block and the heading above it, so that
 * an officer finds the record to correct.
 */
import type { Block, Document } from "./document.ts";
import type { OutlineEntry } from "./document-outline.ts";

export type FlawCode =
  /** Title, organisation or date of the document itself. */
  | "meta_incomplete"
  | "heading_level_skipped"
  | "empty_text"
  | "empty_table"
  /** Spans that overlap, reach outside or leave a hole; a column without width. */
  | "table_does_not_fit"
  | "value_not_a_number"
  | "control_character"
  | "link_not_allowed"
  | "figure_unreadable";

export type FlawPlace = Readonly<{
  /** From 1 among the document's blocks; 0 is the document itself. */
  block: number;
  kind: Block["kind"] | "document";
  /** The nearest heading or box title above, "" before the first. */
  heading: string;
  /** From 1: row of a table (header rows count), row of a box, item of a list. */
  row?: number;
  column?: number;
}>;

/** `value`: what stands there, such as U+0008; never a whole text. */
export type Flaw = Readonly<{ code: FlawCode; at: FlawPlace; value?: string }>;

export type LengthUnit = "blocks" | "cells" | "characters";

export type WriteLimits = Readonly<{
  maxBlocks: number;
  maxCells: number;
  maxCharacters: number;
  maxMilliseconds: number;
  maxWorkerHeapMb: number;
  maxWorkerMb: number;
}>;

export const defaultWriteLimits: WriteLimits = {
  maxBlocks: 100_000,
  maxCells: 500_000,
  maxCharacters: 10_000_000,
  maxMilliseconds: 60_000,
  maxWorkerHeapMb: 768,
  maxWorkerMb: 2_048,
};

export type DocumentProblem =
  | Readonly<{ code: "document_flawed"; flaws: readonly Flaw[] }>
  | Readonly<{ code: "document_too_long"; unit: LengthUnit; limit: number }>;

export type WriteProblem =
  | DocumentProblem
  | Readonly<{ code: "writing_took_too_long"; limitMilliseconds: number }>
  | Readonly<{ code: "writing_out_of_memory"; limitMb: number }>;

/** A document that can be written, with its headings. Only `checkDocument` makes one. */
export type CheckedDocument = Readonly<{ document: Document; outline: readonly OutlineEntry[] }>;
