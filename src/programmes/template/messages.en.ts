/** What is found in a workbook of programmes that came back, in English; its sheets and headers stay Japanese. */
import type { WorkbookSentences } from "./messages.ja.ts";

export const workbookSentences: WorkbookSentences = {
  no_workbook: ({ format }) =>
    `This file is no Excel workbook (.xlsx); its content is ${format}. Please save it as an Excel workbook.`,
  workbook_unknown: ({ sheet }) =>
    `This is not the workbook of programmes (sheet "${sheet}" tells). Please use the one that was downloaded here.`,
  other_body: ({ owner, expected }) => `This workbook belongs to code ${owner}; it was sent for ${expected}.`,
  sheet_missing: ({ sheet }) => `Sheet "${sheet}" is missing. What is recorded there stays as it is.`,
  sheet_unknown: ({ sheet }) => `Sheet "${sheet}" is none of the workbook's and is not read.`,
  header_missing: ({ header }) =>
    `No row of headers was found, so this sheet cannot be read. Please put back the headers, such as "${header}".`,
  tie_missing: ({ header }) =>
    `Column "${header}" is missing, so no row can be told from another. Please use the workbook that was downloaded.`,
  column_missing: ({ header }) =>
    `Column "${header}" is missing (deleted, or its header was changed). What is recorded there stays as it is.`,
  column_twice: ({ header }) => `Column "${header}" stands twice. Please keep one of them.`,
  column_unknown: ({ header }) =>
    header === ""
      ? "Something is written in a column without a header. This column is not read."
      : `"${header}" is no header of the workbook. This column is not read.`,
  merged_cells: ({ range }) =>
    `The cells ${range} are merged. All values but the first are lost then, so these rows are not saved. Please unmerge them.`,
  formulas_many: ({ count }) =>
    `${count} cells hold formulas, too many to name. Please replace them by their values (paste values).`,
  formula_cell: ({ header, said }) =>
    said === ""
      ? `"${header}" is a formula, and no result of it is in the file. Please replace it by its value.`
      : `"${header}" is a formula (the saved result is "${said}", which may be an old one). Please replace it by its value.`,
  cell_error: ({ header, said }) => `"${header}" shows the error "${said}". Please write its value.`,
  row_untied: ({ header, said }) =>
    said === ""
      ? `This row names no programme and year ("${header}" is empty). Copy a row that has them, and change that.`
      : `This row names no programme and year ("${said}" under "${header}" cannot be read).`,
  row_twice: ({ title, fiscalYear }) => `"${title}" FY${fiscalYear} has two rows of the same column.`,
  row_same: () => "Two rows say the same. If one is a copy, change or delete it.",
  row_order_unreadable: ({ said }) =>
    `"${said}" in the hidden column 行 cannot be read. The row was read as a new one.`,
  year_rows_absent: ({ count }) =>
    `${count} recorded years have no row on this sheet. Deleting a row deletes no record; they stay as they are.`,
  year_row_missing: ({ title, fiscalYear }) =>
    `"${title}" has no record of FY${fiscalYear} in this column. Please add its row to the sheet 年度別 first.`,
  programme_unknown: ({ id }) => `Record ${id} is none of this body's programmes. Please delete rows of another body.`,
  version_stale: ({ title, said, version }) =>
    `"${title}" was changed (version ${version}) after this workbook was made (version ${said}). Please download a new one.`,
  title_differs: ({ said, title }) =>
    `The title "${said}" is not that of this row's record, "${title}". Titles are not changed here; for another programme copy one of its own rows.`,
  value_unreadable: ({ header, said }) => `"${said}" under "${header}" cannot be read. The sheet 書き方 has examples.`,
  value_missing: ({ header }) => `"${header}" is empty.`,
  weekday_contradicts: ({ header, said }) => `"${said}" under "${header}": the weekday does not fit the date.`,
  item_left_out: ({ header, said }) =>
    `"${header}" has no line for "${said}". A sub-item cannot be taken away in this cell; use the form of the year.`,
  date_as_number: ({ header, said }) =>
    `"${said}" under "${header}" is a bare number and no date. Please write it like 令和6年7月19日.`,
  value_and_range: () => "Both a value (値) and a range (下限・上限) stand here. Please write one of them.",
  range_reversed: () => "The lower end (下限) is larger than the upper end (上限).",
  kind_twice: ({ said }) => `The same year and column has two rows "${said}". Please keep one.`,
  source_unneeded: () => "The name of a source (財源) belongs to rows of the kind 財源 only.",
  unrecordable: ({ header, sentenceEn }) => `"${header}" cannot be recorded: ${sentenceEn}.`,
  contradiction: ({ sentenceEn }) => sentenceEn,
};
