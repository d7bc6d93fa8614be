/** Findings of the table layout: each code with its severity and the values its sentence needs. */
import type { Finding, Severity } from "../../kernel/finding.ts";
import type { RowRecord } from "../draft-record.ts";
import type { ColumnRole } from "./mapping.ts";
import { tableSentences } from "./messages.ja.ts";
import type { TableFindingCode, TableFindingValues } from "./table-finding-values.ts";

export type { TableFindingCode, TableFindingValues } from "./table-finding-values.ts";

const SEVERITIES = {
  title_missing: "error",
  party_missing: "error",
  country_unknown: "warning",
  date_unreadable: "warning",
  era_year_conflict: "warning",
  field_unknown: "warning",
  row_duplicated: "warning",
} satisfies Record<TableFindingCode, Severity>;

/** The place is the cell of the column the finding is about, or the row when that column is not there. */
export function tableFinding<Code extends TableFindingCode>(
  code: Code,
  record: Pick<RowRecord, "sheet" | "row" | "cells" | "lines">,
  column: ColumnRole,
  values: TableFindingValues[Code],
): Finding<Code> {
  const { sheet, row, cells, lines } = record;
  const cell = cells[column]?.slice(sheet === "" ? 0 : sheet.length + 1) ?? `A${row}`;
  const line = lines === null ? {} : { line: lines[0] };
  const at = sheet === "" ? { ...line, cell } : { ...line, sheet, cell };
  const told = { ...values, row, ...(sheet === "" ? {} : { sheet }) };
  return { code, severity: SEVERITIES[code], rule: null, at, message: tableSentences[code](values), values: told };
}
