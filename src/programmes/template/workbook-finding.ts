/** What is found in a workbook that came back, each with its sheet and cell. An error keeps its programme from being saved. */
import type { Finding, Place, Severity } from "../../kernel/finding.ts";
import { workbookSentences } from "./messages.ja.ts";

export type WorkbookFindingValues = {
  workbook_unknown: Record<never, never>;
  other_body: { owner: string; expected: string };
  sheet_missing: { sheet: string };
  column_missing: { header: string };
  column_twice: { header: string };
  row_untied: Record<never, never>;
  row_twice: { title: string; fiscalYear: number };
  row_order_unreadable: { said: string };
  programme_unknown: { id: string };
  version_stale: { title: string; said: string; version: number };
  value_unreadable: { header: string; said: string };
  value_missing: { header: string; said: string };
  weekday_contradicts: { header: string; said: string };
  formula_cell: { count: number };
  contradiction: { title: string; fiscalYear: number; rule: string; sentence: string };
};
export type WorkbookFindingCode = keyof WorkbookFindingValues;
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
