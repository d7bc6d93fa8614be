/** What is found in a workbook of programmes that came back, in English; its sheets and headers stay Japanese. */
import type { WorkbookSentences } from "./messages.ja.ts";

export const workbookSentences: WorkbookSentences = {
  workbook_unknown: () => "This is not the workbook of programmes. Please use the one that was downloaded here.",
  other_body: ({ owner, expected }) => `This workbook belongs to code ${owner}; it was sent for ${expected}.`,
  sheet_missing: ({ sheet }) => `Sheet "${sheet}" is missing. What is recorded there stays as it is.`,
  column_missing: ({ header }) => `Column "${header}" is missing. What is recorded there stays as it is.`,
  column_twice: ({ header }) => `Column "${header}" stands twice. The left one was read.`,
  row_untied: () =>
    "This row names no programme. Copy a row that has its record number, fiscal year and column, and change that.",
  row_twice: ({ title, fiscalYear }) => `"${title}" FY${fiscalYear} has two rows of the same column.`,
  row_order_unreadable: ({ said }) =>
    `"${said}" in the hidden column 行 cannot be read. The row was read as a new one.`,
  programme_unknown: ({ id }) => `Record ${id} is none of this body's programmes.`,
  version_stale: ({ title, said, version }) =>
    `"${title}" was changed (version ${version}) after this workbook was made (version ${said}). Please download a new one.`,
  value_unreadable: ({ header, said }) => `"${said}" under "${header}" cannot be read.`,
  value_missing: ({ header }) => `"${header}" is empty.`,
  weekday_contradicts: ({ header, said }) => `"${said}" under "${header}": the weekday does not fit the date.`,
  formula_cell: ({ count }) => `${count} cells hold formulas. Please replace them by their values.`,
  contradiction: ({ title, fiscalYear, sentenceEn }) => `"${title}" FY${fiscalYear}: ${sentenceEn}`,
};
