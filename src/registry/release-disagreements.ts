/** What the release checks report: a stable code, the rule, the line and the compared values; words are the reader's. */
import type { Tally } from "../kernel/tally.ts";
import type { Column, TableId } from "./cross-table.ts";
import type { Field } from "./field.ts";
import type { SumDisagreement } from "./printed-table.ts";

export type ListingPlace = Readonly<{ field: Field; number: number; line: number }>;
type OfSheet = Readonly<{ field: Field; number: number }>;
type Disagreement<Code extends string, Rule extends string, Values> = Readonly<{
  code: Code;
  rule: Rule;
  line: number;
  values: Readonly<Values>;
}>;

export type CellValues = {
  table: TableId;
  row: string;
  column: Column;
  printed: Tally;
  /** By the records, or by the contents where the field's sheets are not complete. */
  recounted: Tally;
  /** Only where the printed marks give another number than the records. */
  recountedByMarks?: Tally;
  /** Only where the contents give another number than the sheets. */
  recountedByContents?: Tally;
};

export type ReleaseDisagreement =
  | SumDisagreement
  | Disagreement<"table_cell_differs", "C3" | "C4" | "C8", CellValues>
  | Disagreement<"sheet_duplicated", "C8", OfSheet & { firstLine: number }>
  | Disagreement<"sheets_missing", "C8", { field: Field; numbers: readonly number[] }>
  | Disagreement<"toc_entry_missing", "C8", OfSheet>
  | Disagreement<"toc_title_differs", "C7", OfSheet & { contents: string; sheet: string; sheetLine: number }>
  | Disagreement<
      "toc_party_differs",
      "C7",
      OfSheet & { contents: readonly string[]; sheet: readonly string[]; sheetLine: number }
    >
  | Disagreement<
      "toc_order_differs",
      "C7",
      OfSheet &
        (
          | { kind: "parties"; contents: readonly string[]; sheet: readonly string[]; sheetLine: number }
          | { kind: "entries"; contentsNumber: number; sheetLine: number }
        )
    >
  | Disagreement<"relisting_mark_missing", "C5", OfSheet & { onSheet: boolean; inContents: boolean; otherLine: number }>
  | Disagreement<"relisting_without_original", "C6", OfSheet>
  | Disagreement<"relisted_copy_differs", "C6", OfSheet & { original: ListingPlace; facts: readonly string[] }>
  | Disagreement<"possible_relisting", "C9", OfSheet & { other: ListingPlace }>;
