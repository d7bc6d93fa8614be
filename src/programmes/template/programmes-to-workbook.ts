/** Programmes as a workbook to fill in: one row for each programme, fiscal year and column, and sheets for what hangs on it. */
import { type FormSheet, writeFormWorkbook } from "../../documents/writers/form-workbook.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearEntry } from "../programme-year.ts";
import type { RecordedProgramme } from "../recorded-programme.ts";
import { workbookWords } from "./messages.ja.ts";
import { columnGuide } from "./messages-columns.ja.ts";
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
}>;

/** A programme without any year has a row on the first sheet, in which its first year is written. */
export function programmesToWorkbook(
  programmes: readonly WorkbookProgramme[],
  { owner, madeOn }: WorkbookOptions,
): Promise<Uint8Array> {
  const { sheets, guide, choice } = workbookWords;
  const tied = programmes.flatMap((programme): readonly TiedEntry[] => {
    const { years } = programme.facts;
    return years.length === 0 ? [{ programme, entry: null }] : years.map((entry) => ({ programme, entry }));
  });
  const rows = [[guide.form, guide.formName], [guide.owner, owner], [guide.madeOn, madeOn], ...guide.rows];
  return writeFormWorkbook({
    date: madeOn,
    guides: [
      { name: sheets.guide, widths: [24, 100], rows },
      { name: sheets.columns, widths: [14, 16, 76, 40], head: columnGuide.head, rows: columnGuide.rows },
    ],
    choice,
    sheets: sheetsOf(tied),
  });
}

type DatedTie = Readonly<{ programme: WorkbookProgramme; entry: YearEntry }>;
/** What the rows are tied to; null where the programme has no year yet. */
export type TiedEntry = DatedTie | Readonly<{ programme: WorkbookProgramme; entry: null }>;

/** The sheets that are filled in. */
export function sheetsOf(tied: readonly TiedEntry[]): readonly FormSheet[] {
  const { sheets } = workbookWords;
  const dated = tied.filter((one): one is DatedTie => one.entry !== null);
  return [
    sheetOf(sheets.years, YEAR_SHEET, tied, (entry) => [entry]),
    sheetOf(sheets.events, EVENT_SHEET, dated, ({ events }) => events),
    sheetOf(sheets.quantities, QUANTITY_SHEET, dated, ({ quantities }) => quantities),
    sheetOf(sheets.people, PEOPLE_SHEET, dated, ({ people }) => people),
    sheetOf(sheets.money, MONEY_SHEET, dated, moneyRows),
  ];
}

function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  tied: readonly TiedEntry[],
  rowsOf: (entry: YearEntry) => readonly Row[],
): FormSheet {
  const { tie, shown } = workbookWords;
  return {
    name,
    columns: [
      ...[tie.id, tie.version, tie.row].map((header) => ({ header, isHidden: true })),
      { header: shown.title, widthCharacters: 36 },
      { header: shown.fiscalYear, widthCharacters: 8 },
      { header: shown.column, widthCharacters: 20, choices: COLUMN_CHOICES },
      ...columns.map(({ header, widthCharacters = 16, choices, isText = false }) => ({
        ...{ header, widthCharacters, isText },
        ...(choices === undefined ? {} : { choices }),
      })),
    ],
    rows: tied.flatMap(({ programme: { id, version, facts }, entry }) =>
      entry === null
        ? [[id, version, null, facts.title]]
        : rowsOf(entry).map((row, index) => [
            ...[id, version, index + 1, facts.title, entry.fiscalYear, columnWords[entry.column]],
            ...columns.map((column) => column.write(row)),
          ]),
    ),
  };
}
