/**
 * Programmes as rows of the table: what each cell says of a fiscal year and column, and which cells only show.
 *
 * Every cell is written as in the workbook (template/workbook-sheets.ts). What is more than one datum there, such as
 * two events of one year, is not pressed into one cell: the cell shows all of it, and the form is where it is changed.
 */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { Direction, YearColumn, YearEntry } from "../programme-year.ts";
import { entryOf, type RecordedProgramme, type YearKey } from "../recorded-programme.ts";
import { workbookWords } from "../template/messages.ja.ts";
import type { Column } from "../template/workbook-cell.ts";
import { EVENT_SHEET, moneyRows, PEOPLE_SHEET, YEAR_SHEET } from "../template/workbook-sheets.ts";
import { plainCell, type RowTexts, type StatusNames } from "./cell-rules.ts";
import { type FigureLock, figureCell } from "./figure-cells.ts";
import { CELL_KINDS, type CellKind, type GridColumn, gridColumnsOf } from "./grid-columns.ts";

export type GridKey = Readonly<{ fiscalYear: FiscalYear; column: YearColumn }>;

/** Why a cell only shows. */
export type CellLock = "several_events" | "several_people" | FigureLock;

export type GridCell = Readonly<{
  text: string;
  lock: CellLock | null;
  /** The country a number of people belongs to, as printed. */
  note: string | null;
}>;

export type GridRow = Readonly<{
  programme: RecordedProgramme;
  /** Null while nothing is entered for the year and column. */
  entry: YearEntry | null;
  cells: Readonly<Partial<Record<GridColumn, GridCell>>>;
  /** It waits for approval: nothing of it can be changed. */
  isWaiting: boolean;
}>;

const { headers: h } = workbookWords;

export function gridRow(programme: RecordedProgramme, key: GridKey): GridRow {
  const entry = entryOf(programme.facts, key satisfies YearKey) ?? null;
  const cells = gridColumnsOf(key.column).map((column) => [column, entry === null ? EMPTY : cellOf(entry, column)]);
  return { programme, entry, cells: Object.fromEntries(cells), isWaiting: programme.state === "in_review" };
}

const EMPTY: GridCell = { text: "", lock: null, note: null };

function cellOf(entry: YearEntry, column: GridColumn): GridCell {
  switch (column) {
    case "status":
      return only(writtenIn(YEAR_SHEET, h.status, entry));
    case "reason":
      return only(writtenIn(YEAR_SHEET, h.reason, entry));
    case "text":
      return only(writtenIn(YEAR_SHEET, h.text, entry));
    case "event":
      return eventCell(entry, h.event);
    case "date":
      return eventCell(entry, h.date);
    case "place":
      return eventCell(entry, h.place);
    case "sent":
    case "received":
      return peopleCell(entry, column);
    case "figure":
    case "figurePlanned":
    case "figureActual":
    case "unit":
      return figureCell(entry, column);
    case "items":
      return only(writtenIn(YEAR_SHEET, h.items, entry));
    case "planned":
    case "settled":
      return only(String(moneyRows(entry).find(({ kind }) => kind === column)?.amountYen ?? ""));
  }
}

function only(text: string): GridCell {
  return { text, lock: null, note: null };
}

function writtenIn<Row>(sheet: readonly Column<Row>[], header: string, row: Row): string {
  return String(sheet.find((column) => column.header === header)?.write(row) ?? "");
}

function eventCell({ events }: YearEntry, header: string): GridCell {
  const texts = events.map((event) => writtenIn(EVENT_SHEET, header, event));
  return events.length < 2 ? only(texts[0] ?? "") : { text: texts.join("\n"), lock: "several_events", note: null };
}

function peopleCell({ people }: YearEntry, direction: Direction): GridCell {
  const own = people.filter((one) => one.direction === direction);
  const texts = own.map((one) => writtenIn(PEOPLE_SHEET, h.people, one));
  if (own.length < 2) return { text: texts[0] ?? "", lock: null, note: own[0]?.place ?? null };
  const text = own.map(({ place, label }, index) => `${place ?? label} ${texts[index]}`).join("\n");
  return { text, lock: "several_people", note: null };
}

/** What the row says now, cell by cell, plain. */
export function savedTexts({ cells }: Pick<GridRow, "cells">, statuses: readonly StatusNames[]): RowTexts {
  // keys of the table given
  const columns = Object.keys(cells) as GridColumn[];
  return Object.fromEntries(
    columns.map((column) => [column, plainCell(CELL_KINDS[column], cells[column]?.text ?? "", statuses)]),
  );
}

/** The cells of a row that can be changed, and what they hold. */
export function openCells({ cells, isWaiting }: GridRow): Readonly<Partial<Record<GridColumn, CellKind>>> {
  if (isWaiting) return {};
  // keys of the table given
  const open = (Object.keys(cells) as GridColumn[]).filter((column) => cells[column]?.lock === null);
  return Object.fromEntries(open.map((column) => [column, CELL_KINDS[column]]));
}
