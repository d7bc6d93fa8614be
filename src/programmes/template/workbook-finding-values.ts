/** What each finding about a workbook says: its code and the values of its sentence. */
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
  contradiction: { title: string; fiscalYear: number; rule: string; sentence: string; sentenceEn: string };
};

export type WorkbookFindingCode = keyof WorkbookFindingValues;
