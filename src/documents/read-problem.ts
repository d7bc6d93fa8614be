/**
 * Why a file cannot be read at all, and the limits a file from outside has to keep.
 *
 * Everything that can still be read in part is read, and what is wrong with it becomes a finding; a problem is only
 * for a file of which nothing trustworthy can be said.
 */
import type { FileFormat } from "./source-text.ts";

export type ReadProblem =
  | Readonly<{ code: "empty_file" }>
  | Readonly<{ code: "too_large"; bytes: number; limitBytes: number }>
  | Readonly<{ code: "unknown_format"; looksLike: ForeignKind }>
  /** `line` is the first line that no known encoding explains. */
  | Readonly<{ code: "encoding_unknown"; line: number }>
  | Readonly<{ code: "inflates_too_much"; limitBytes: number; entry: string }>
  | Readonly<{ code: "too_many_entries"; entries: number; limit: number }>
  | Readonly<{ code: "too_much_content"; unit: ContentUnit; limit: number }>
  | Readonly<{ code: "took_too_long"; limitMilliseconds: number }>
  /** `detail` is for the log: what the parser said, in its own words. */
  | Readonly<{ code: "damaged_file"; format: FileFormat; detail: string }>
  | Readonly<{ code: "password_protected"; format: FileFormat | null }>
  | Readonly<{ code: "worker_out_of_memory"; limitMb: number }>;

/** What an unreadable file seems to be, so that the refusal can say what to do instead. */
export type ForeignKind =
  | "archive"
  | "binary"
  | "image"
  | "old_office"
  | "open_document"
  | "presentation"
  | "rich_text";

export type ContentUnit = "lines" | "cells" | "characters";

export type ReadLimits = Readonly<{
  maxBytes: number;
  /** All entries of a zip container (xlsx, docx) together, counted while inflating: declared sizes lie. */
  maxInflatedBytes: number;
  /** Inflated bytes per compressed byte, asked only once more than 10 MB have come out. */
  maxInflationRatio: number;
  maxEntries: number;
  maxLines: number;
  maxCells: number;
  maxCharacters: number;
  maxMilliseconds: number;
  maxWorkerHeapMb: number;
  /** All memory of the reading process; typed arrays stand outside the heap limit. */
  maxWorkerMb: number;
  /** Text files below this size are read without a worker. */
  inProcessBytes: number;
}>;

const MB = 1024 * 1024;

export const defaultReadLimits: ReadLimits = {
  maxBytes: 20 * MB,
  maxInflatedBytes: 200 * MB,
  maxInflationRatio: 200,
  maxEntries: 2_000,
  maxLines: 500_000,
  maxCells: 3_000_000,
  maxCharacters: 50_000_000,
  maxMilliseconds: 20_000,
  maxWorkerHeapMb: 384,
  maxWorkerMb: 1_024,
  inProcessBytes: 2 * MB,
};
