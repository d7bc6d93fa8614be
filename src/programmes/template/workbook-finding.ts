/** What is found in a workbook that came back, each with its sheet and cell. An error keeps its programme from being saved. */
import type { Finding, Place, Severity } from "../../kernel/finding.ts";
import { workbookSentences } from "./messages.ja.ts";
import type { WorkbookFindingCode, WorkbookFindingValues } from "./workbook-finding-values.ts";

export type { WorkbookFindingCode };
export type WorkbookFinding = Finding<WorkbookFindingCode>;

const SEVERITIES = {
  workbook_unknown: "error",
  other_body: "error",
  sheet_missing: "warning",
  column_missing: "warning",
  column_twice: "error",
  row_untied: "error",
  row_twice: "error",
  row_order_unreadable: "warning",
  programme_unknown: "error",
  version_stale: "error",
  value_unreadable: "error",
  value_missing: "error",
  weekday_contradicts: "error",
  formula_cell: "error",
  contradiction: "warning",
} as const satisfies Readonly<Record<WorkbookFindingCode, Severity>>;

export function findInWorkbook<Code extends WorkbookFindingCode>(
  code: Code,
  at: Place,
  values: WorkbookFindingValues[Code],
  severity: Severity = SEVERITIES[code],
): WorkbookFinding {
  const write = workbookSentences[code] as (values: WorkbookFindingValues[Code]) => string; // one sentence for each code
  return { code, severity, rule: null, at, message: write(values), values };
}
