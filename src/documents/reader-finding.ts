/**
 * What a reader notices in a file without changing it: each code with the values its sentence needs.
 */
import type { Severity } from "../kernel/finding.ts";
import type { FileFormat } from "./source-text.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "euc-jp" | "iso-2022-jp";

export type ReaderFindingValues = Readonly<{
  extension_differs: Readonly<{ extension: string; format: FileFormat }>;
  encoding_assumed: Readonly<{ encoding: TextEncoding }>;
  text_truncated: Readonly<{ encoding: TextEncoding }>;
  bytes_unreadable: Readonly<{ count: number; lines: readonly number[] }>;
  quote_not_closed: Readonly<{ quote: string }>;
  page_without_text: Readonly<{ pages: number }>;
  page_unreadable: Readonly<{ detail: string }>;
  font_unreadable: Readonly<{ maps: readonly string[] }>;
  formula_cell: Readonly<{ count: number; cells: readonly string[] }>;
  formula_without_value: Readonly<{ count: number; cells: readonly string[] }>;
  sheet_hidden: Readonly<{ sheet: string }>;
  sheet_unread: Readonly<{ sheet: string }>;
}>;

export type ReaderFindingCode = keyof ReaderFindingValues;

export const readerSeverities = {
  extension_differs: "info",
  encoding_assumed: "info",
  text_truncated: "warning",
  bytes_unreadable: "warning",
  quote_not_closed: "warning",
  page_without_text: "info",
  page_unreadable: "warning",
  font_unreadable: "warning",
  formula_cell: "info",
  formula_without_value: "warning",
  sheet_hidden: "info",
  sheet_unread: "warning",
} satisfies Record<ReaderFindingCode, Severity>;
