/** What is found in a workbook that came back, each with its sheet and cell. An error keeps its programme from being saved. */
import type { Finding, Place, Severity } from "../../kernel/finding.ts";
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import { workbookSentences } from "./messages.ja.ts";
import type { WorkbookFindingCode, WorkbookFindingValues } from "./workbook-finding-values.ts";

export type { WorkbookFindingCode };
export type WorkbookFinding = Finding<WorkbookFindingCode>;

const SEVERITIES = {
  no_workbook: "error",
  workbook_unknown: "error",
  other_body: "error",
  sheet_missing: "warning",
  sheet_unknown: "warning",
  header_missing: "error",
  tie_missing: "error",
  column_missing: "warning",
  column_twice: "error",
  column_unknown: "warning",
  merged_cells: "error",
  formulas_many: "error",
  formula_cell: "error",
  cell_error: "error",
  row_untied: "error",
  row_twice: "error",
  row_same: "error",
  row_order_unreadable: "warning",
  year_rows_absent: "info",
  year_row_missing: "error",
  programme_unknown: "error",
  version_stale: "error",
  title_differs: "error",
  value_unreadable: "error",
  value_missing: "error",
  weekday_contradicts: "error",
  date_as_number: "error",
  item_left_out: "error",
  value_and_range: "error",
  range_reversed: "error",
  kind_twice: "error",
  source_unneeded: "error",
  unrecordable: "error",
  contradiction: "warning",
} as const satisfies Readonly<Record<WorkbookFindingCode, Severity>>;

/** A cell may hold a whole page; a finding shows its beginning. */
const MOST_SHOWN = 100;

export function findInWorkbook<Code extends WorkbookFindingCode>(
  code: Code,
  at: Place,
  values: WorkbookFindingValues[Code],
  severity: Severity = SEVERITIES[code],
): WorkbookFinding {
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? shorten(key, value) : value]),
  ) as WorkbookFindingValues[Code]; // the same keys, texts for texts
  const write = workbookSentences[code] as (values: WorkbookFindingValues[Code]) => string; // one sentence for each code
  return { code, severity, rule: null, at, message: write(shown), values: shown };
}

function shorten(key: string, value: string): string {
  const masked = maskPersonalMailboxes(value);
  return key === "said" && masked.length > MOST_SHOWN ? `${masked.slice(0, MOST_SHOWN)}…` : masked;
}
