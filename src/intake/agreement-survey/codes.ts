/** Codes of findings in a survey report, their severity, and the values each carries. */
import type { Severity } from "../../kernel/finding.ts";
import type { Field, ListingPlace, ReleaseDisagreement } from "../../registry/index.ts";

type OfSheet = { field: Field | null; number: number | null };

/** What could not be read: of a sheet, of an entry of the contents, of a printed table. */
export type UnreadablePart =
  | "title"
  | "number"
  | "japan"
  | "foreign"
  | "section"
  | "contents_title"
  | "contents_sides"
  | "table_row";

export type LabelPlace = "heading" | "contents" | "table" | "section";

type ReaderValues = {
  unreadable: OfSheet & { part: UnreadablePart; detail: string };
  personal_mailbox: OfSheet & { count: number };
  era_year_conflict: OfSheet & { asPrinted: string; eraYear: string; westernYear: string; date: string | null };
  date_missing: OfSheet;
  date_unreadable: OfSheet & { asPrinted: string; problem: string };
  country_unknown: OfSheet & { name: string };
  field_unknown: OfSheet & { mark: string; label: string };
  text_copied: OfSheet & {
    section: "background" | "activities" | "outcomes";
    others: readonly ListingPlace[];
    sameGovernment: boolean;
    beginning: string;
  };
  label_differs: OfSheet & { where: LabelPlace; label: string; standard: string };
  number_damaged: OfSheet & { asPrinted: string; read: string };
  mixed_script: OfSheet & { text: string; script: string; found: string };
};

type ReleaseValues = { [D in ReleaseDisagreement as D["code"]]: D["values"] };

export type FindingValues = ReaderValues & ReleaseValues;
export type FindingCode = keyof FindingValues;

export const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  unreadable: "error",
  sheet_duplicated: "error",
  personal_mailbox: "error",
  era_year_conflict: "warning",
  date_missing: "warning",
  date_unreadable: "warning",
  country_unknown: "warning",
  field_unknown: "warning",
  relisting_mark_missing: "warning",
  possible_relisting: "warning",
  relisting_without_original: "warning",
  relisted_copy_differs: "warning",
  text_copied: "warning",
  toc_title_differs: "warning",
  toc_party_differs: "warning",
  toc_order_differs: "warning",
  toc_entry_missing: "warning",
  table_cell_differs: "warning",
  table_sum_wrong: "warning",
  label_differs: "info",
  number_damaged: "info",
  mixed_script: "info",
  sheets_missing: "info",
};
