/**
 * SourceText: what any reader hands to the layouts, whatever the file format was.
 *
 * A line keeps the place it came from, so that every parsed value and every finding can name it. Readers keep the
 * wording as it stands in the file (no NFKC, no trimming of meaning); normalising is the layouts' business.
 * Personal-looking e-mail addresses are still in `lines`; whoever stores or shows lines masks them first.
 */
import type { Finding } from "../kernel/finding.ts";

export type FileFormat = "txt" | "md" | "html" | "docx" | "pdf" | "xlsx" | "csv";

export type SourceLine = Readonly<{
  /** From 1, over the whole document, in reading order. For plain text the physical line of the file. */
  line: number;
  /** Table cells of one row are joined with a tab. */
  text: string;
  page?: number;
  /** Sheet name, for spreadsheets. */
  sheet?: string;
  /** Cells of a row in which a line break stands inside a cell, with those breaks; `text` has them as spaces. */
  cells?: readonly string[];
}>;

/** A grid as it stands in a spreadsheet or CSV file: text as displayed, empty cells as "". */
export type SourceTable = Readonly<{
  sheet: string;
  rows: readonly Readonly<{ row: number; cells: readonly string[] }>[];
  /** Merged ranges (B2:C5), where there are any: all but their first cell hold nothing. */
  merged?: readonly string[];
}>;

export type SourceText = Readonly<{
  /** File name without folders. */
  name: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string;
  format: FileFormat;
  lines: readonly SourceLine[];
  /** Present for xlsx and csv. */
  tables: readonly SourceTable[];
  /** What the reader noticed: an encoding it had to assume, cells with formulas, pages without text. */
  findings: readonly Finding[];
}>;
