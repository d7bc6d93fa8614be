/**
 * One changed row of the table, set against its record by the workbook's own comparison: the row is written into the
 * sheets of the workbook as a person would have typed it there.
 */

import type { SourceTable } from "../../documents/source-text.ts";
import type { FormSheet } from "../../documents/writers/form-workbook.ts";
import type { Place } from "../../kernel/finding.ts";
import { directionWords, peopleWords } from "../messages.ja.ts";
import { editionOf } from "../pages/forms/read-events.ts";
import { DIRECTIONS, emptyEntry } from "../programme-year.ts";
import { cellAddress } from "../template/cell-address.ts";
import { compareWithRecords } from "../template/compare-with-records.ts";
import { workbookWords } from "../template/messages.ja.ts";
import { sheetsOf } from "../template/programmes-to-workbook.ts";
import type { WorkbookChange } from "../template/workbook-comparison.ts";
import type { WorkbookFinding } from "../template/workbook-finding.ts";
import type { RowTexts } from "./cell-rules.ts";
import { figureRows } from "./edited-figures.ts";
import type { EditedRow } from "./edited-row.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { GridKey, GridRow } from "./grid-rows.ts";

export type ComparedRow = Readonly<{
  /** Undefined when nothing would change. */
  change: WorkbookChange | undefined;
  findings: readonly WorkbookFinding[];
  /** Undefined for what stands in no cell of the table. */
  columnAt: (place: Place) => GridColumn | undefined;
}>;

/** @param texts of all open cells, plain. */
export function compareRow(row: GridRow, texts: RowTexts, key: GridKey): ComparedRow {
  const { programme } = row;
  const edited = editedSheets(row, texts, key);
  const { sheets, guide } = workbookWords;
  const head = [
    [guide.form, guide.formName],
    [guide.owner, programme.owner],
  ];
  const source = {
    format: "xlsx",
    tables: [{ sheet: sheets.guide, rows: head.map(asRow) }, ...edited.map(tableOf)],
    findings: [],
  } as const;
  const { changes, findings } = compareWithRecords(source, [programme], programme.owner);
  return { change: changes[0], findings, columnAt: (place) => columnAt(edited, place) };
}

type EditedSheet = Readonly<{ name: string; headers: readonly string[]; rows: readonly EditedRow[] }>;

const { headers: h, tie, money, sheets: names } = workbookWords;

function editedSheets(row: GridRow, texts: RowTexts, key: GridKey): readonly EditedSheet[] {
  const entry = row.entry ?? emptyEntry(key.fiscalYear, key.column, "planned");
  const sheets = sheetsOf([{ programme: row.programme, entry }]);
  const [tied = {}] = sheets[0] === undefined ? [] : rowsOf(sheets[0]);
  return sheets.map((sheet) => {
    const edit = { row, texts, key, rows: rowsOf(sheet), blank: blankOf(tied, sheet) };
    return { name: sheet.name, headers: sheet.columns.map(({ header }) => header), rows: editedRows(sheet.name, edit) };
  });
}

type Cells = Readonly<Record<string, string>>;
type Edit = Readonly<{ row: GridRow; texts: RowTexts; key: GridKey; rows: readonly Cells[]; blank: Cells }>;

function editedRows(name: string, edit: Edit): readonly EditedRow[] {
  switch (name) {
    case names.years:
      return edit.rows.map((cells) => withTexts(cells, edit.texts, YEAR_CELLS));
    case names.events:
      return eventRows(edit);
    case names.people:
      return DIRECTIONS.reduce<readonly EditedRow[]>(
        (rows, direction) => peopleRows(edit, rows, direction),
        edit.rows.map(untouched),
      );
    case names.quantities:
      return figureRows(edit.rows, edit.blank, edit.texts, edit.key);
    case names.money:
      return (["planned", "settled"] as const).reduce<readonly EditedRow[]>(
        (rows, kind) => moneyRowsOf(edit, rows, kind),
        edit.rows.map(untouched),
      );
    default:
      return edit.rows.map(untouched);
  }
}

const YEAR_CELLS = { [h.status]: "status", [h.reason]: "reason", [h.items]: "items", [h.text]: "text" } as const;
const EVENT_CELLS = { [h.event]: "event", [h.date]: "date", [h.place]: "place" } as const;

function untouched(cells: Cells): EditedRow {
  return { cells, columns: {} };
}

function withTexts(cells: Cells, texts: RowTexts, columns: Readonly<Record<string, GridColumn>>): EditedRow {
  const said = Object.entries(columns).flatMap(([header, column]) => {
    const text = texts[column];
    return text === undefined ? [] : [[header, text] as const];
  });
  return { cells: { ...cells, ...Object.fromEntries(said) }, columns };
}

/**
 * As the form of a year has it: the status of the one event goes with that of the year where both said the same, the
 * edition comes with the name, and an estimate that is given its date is none any more.
 */
function eventRows({ row: { entry }, texts, rows, blank }: Edit): readonly EditedRow[] {
  const [only, ...more] = rows;
  const name = texts.event;
  if (name === undefined || more.length > 0) return rows.map(untouched);
  if ([name, texts.date, texts.place].every((text) => text === "")) return [];
  const known = only ?? blank;
  const follows = only === undefined || entry?.events[0]?.status === entry?.status;
  const rest = {
    ...(follows && texts.status !== undefined ? { [h.status]: texts.status } : {}),
    ...(known[h.event] === name ? {} : { [h.edition]: String(editionOf(name) ?? "") }),
    ...(known[h.date] === "" && texts.date !== "" ? { [h.estimate]: "" } : {}),
  };
  return [withTexts({ ...known, ...rest }, texts, EVENT_CELLS)];
}

function peopleRows(
  { texts, key, blank }: Edit,
  rows: readonly EditedRow[],
  direction: "sent" | "received",
): readonly EditedRow[] {
  const label = peopleWords[direction];
  const { planOrResult } = workbookWords;
  const plan = { plan: planOrResult.plan, plan_including_results: "", result: planOrResult.result }[key.column];
  const start = { ...blank, [h.direction]: directionWords[direction], [h.label]: label, [h.plan]: plan };
  return withOnly(rows, texts[direction], {
    ...{ isOwn: (cells) => cells[h.direction] === directionWords[direction], start },
    ...{ columns: { [h.people]: direction } },
  });
}

function moneyRowsOf({ texts, blank }: Edit, rows: readonly EditedRow[], kind: "planned" | "settled") {
  return withOnly(rows, texts[kind], {
    ...{ isOwn: (cells) => cells[h.moneyKind] === money[kind], start: { ...blank, [h.moneyKind]: money[kind] } },
    ...{ columns: { [h.yen]: kind } },
  });
}

type OnlyRow = Readonly<{
  isOwn: (cells: Cells) => boolean;
  /** What a new one says. */
  start: Cells;
  columns: Readonly<Record<string, GridColumn>>;
}>;

/** The one row of its sort says the text; none does when there is no text. Undefined leaves all as they are. */
function withOnly(
  rows: readonly EditedRow[],
  text: string | undefined,
  { isOwn, start, columns }: OnlyRow,
): readonly EditedRow[] {
  if (text === undefined) return rows;
  const [header = ""] = Object.keys(columns);
  const say = (cells: Cells): EditedRow => ({ cells: { ...cells, [header]: text }, columns });
  if (!rows.some(({ cells }) => isOwn(cells))) return text === "" ? rows : [...rows, say(start)];
  return rows.flatMap((row) => (!isOwn(row.cells) ? [row] : text === "" ? [] : [say(row.cells)]));
}

function rowsOf({ columns, rows }: FormSheet): readonly Cells[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ header }, index) => [header, String(cells[index] ?? "")])),
  );
}

/** A row of the sheet that is tied to the entry and says nothing yet. */
function blankOf(tied: Cells, { columns }: FormSheet): Cells {
  return Object.fromEntries(columns.map(({ header }) => [header, TIES.has(header) ? (tied[header] ?? "") : ""]));
}

const TIES: ReadonlySet<string> = new Set([tie.id, tie.version, ...Object.values(workbookWords.shown)]);

function tableOf({ name, headers, rows }: EditedSheet): SourceTable {
  const cells = rows.map((row) => headers.map((header) => row.cells[header] ?? ""));
  return { sheet: name, rows: [headers, ...cells].map(asRow) };
}

function asRow(cells: readonly string[], index: number): SourceTable["rows"][number] {
  return { row: index + 1, cells };
}

function columnAt(sheets: readonly EditedSheet[], { sheet, cell }: Place): GridColumn | undefined {
  const own = sheets.find(({ name }) => name === sheet);
  return own?.rows
    .flatMap((row, index) =>
      own.headers.map((header, column) => ({
        ...{ cell: cellAddress(column, index + 2), column: row.columns[header] },
      })),
    )
    .find((one) => one.cell === cell)?.column;
}
