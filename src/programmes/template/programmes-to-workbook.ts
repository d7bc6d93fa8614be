/** Programmes as a workbook to fill in: one row for each programme, fiscal year and column, and sheets for what hangs on it. */
import { type FormSheet, writeFormWorkbook } from "../../documents/writers/form-workbook.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearEntry } from "../programme-year.ts";
import type { RecordedProgramme } from "../recorded-programme.ts";
import { workbookWords } from "./messages.ja.ts";
import type { Column } from "./workbook-cell.ts";
import {
  COLUMN_CHOICES,
  EVENT_SHEET,
  MONEY_SHEET,
  moneyRows,
  PEOPLE_SHEET,
  QUANTITY_SHEET,
  YEAR_SHEET,
} from "./workbook-sheets.ts";

export type WorkbookProgramme = Pick<RecordedProgramme, "id" | "version" | "facts">;

export type WorkbookOptions = Readonly<{
  owner: string;
  /** YYYY-MM-DD */
  madeOn: string;
  /** Only these; all when left out. */
  fiscalYears?: readonly number[];
}>;

export function programmesToWorkbook(
  programmes: readonly WorkbookProgramme[],
  { owner, madeOn, fiscalYears }: WorkbookOptions,
): Promise<Uint8Array> {
  const { sheets, guide } = workbookWords;
  const tied = programmes.flatMap((programme) =>
    programme.facts.years
      .filter(({ fiscalYear }) => fiscalYears?.includes(fiscalYear) ?? true)
      .map((entry) => ({ programme, entry })),
  );
  const rows = [[guide.form, guide.formName], [guide.owner, owner], [guide.madeOn, madeOn], ...guide.rows];
  return writeFormWorkbook({
    date: madeOn,
    guide: { name: sheets.guide, rows },
    sheets: [
      sheetOf(sheets.years, YEAR_SHEET, tied, (entry) => [entry]),
      sheetOf(sheets.events, EVENT_SHEET, tied, ({ events }) => events),
      sheetOf(sheets.quantities, QUANTITY_SHEET, tied, ({ quantities }) => quantities),
      sheetOf(sheets.people, PEOPLE_SHEET, tied, ({ people }) => people),
      sheetOf(sheets.money, MONEY_SHEET, tied, moneyRows),
    ],
  });
}

type Tied = Readonly<{ programme: WorkbookProgramme; entry: YearEntry }>;

function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  tied: readonly Tied[],
  rowsOf: (entry: YearEntry) => readonly Row[],
): FormSheet {
  const { tie, shown } = workbookWords;
  return {
    name,
    columns: [
      ...[tie.id, tie.version, tie.row].map((header) => ({ header, isHidden: true })),
      { header: shown.title, widthCharacters: 36 },
      { header: shown.fiscalYear, widthCharacters: 8 },
      { header: shown.column, widthCharacters: 18, choices: COLUMN_CHOICES },
      ...columns.map(({ header, widthCharacters = 16, choices }) => ({
        ...{ header, widthCharacters },
        ...(choices === undefined ? {} : { choices }),
      })),
    ],
    rows: tied.flatMap(({ programme: { id, version, facts }, entry }) =>
      rowsOf(entry).map((row, index) => [
        ...[id, version, index + 1, facts.title, entry.fiscalYear, columnWords[entry.column]],
        ...columns.map((column) => column.write(row)),
      ]),
    ),
  };
}
