/** What each finding about a workbook says: its code and the values of its sentence. */
type InCell = { header: string; said: string };

export type WorkbookFindingValues = {
  no_workbook: { format: string };
  workbook_unknown: { sheet: string };
  other_body: { owner: string; expected: string };
  sheet_missing: { sheet: string };
  sheet_unknown: { sheet: string };
  header_missing: { header: string };
  tie_missing: { header: string };
  column_missing: { header: string };
  column_twice: { header: string };
  /** No header: a column with something in it and nothing above. */
  column_unknown: { header: string };
  merged_cells: { range: string };
  formulas_many: { count: number };
  formula_cell: InCell;
  cell_error: InCell;
  row_untied: InCell;
  row_twice: { title: string; fiscalYear: number };
  row_same: Record<never, never>;
  row_order_unreadable: { said: string };
  year_rows_absent: { count: number };
  year_row_missing: { title: string; fiscalYear: number };
  programme_unknown: { id: string };
  version_stale: { title: string; said: string; version: number };
  title_differs: { said: string; title: string };
  value_unreadable: InCell;
  value_missing: InCell;
  weekday_contradicts: InCell;
  date_as_number: InCell;
  /** `said` names the sub-item. */
  item_left_out: InCell;
  value_and_range: InCell;
  range_reversed: InCell;
  kind_twice: InCell;
  source_unneeded: InCell;
  unrecordable: { header: string; rule: string; sentence: string; sentenceEn: string };
  contradiction: { rule: string; sentence: string; sentenceEn: string };
};

export type WorkbookFindingCode = keyof WorkbookFindingValues;
