/**
 * Changed rows of the table, set against their records by the workbook's own comparison: the rows are written into the
 * sheets of one workbook as a person would have typed them there.
 */
import type { SourceTable } from "../../documents/source-text.ts";
import type { FormSheet } from "../../documents/writers/form-workbook.ts";
import type { Place } from "../../kernel/finding.ts";
import { directionWords, peopleWords } from "../messages.ja.ts";
import { editionOf } from "../pages/forms/read-events.ts";
import { DIRECTIONS, emptyEntry } from "../programme-year.ts";
import { parseRange } from "../template/cell-address.ts";
import { compareByProgramme } from "../template/compare-with-records.ts";
import { workbookWords } from "../template/messages.ja.ts";
import { sheetsOf } from "../template/programmes-to-workbook.ts";
import type { WorkbookChange } from "../template/workbook-comparison.ts";
import type { WorkbookFinding } from "../template/workbook-finding.ts";
import type { RowTexts } from "./cell-rules.ts";
import { figureRows } from "./edited-figures.ts";
import type { EditedRow } from "./edited-row.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { GridKey, GridRow } from "./grid-rows.ts";

/** @param texts of all open cells, plain. */
export type ChangedRow = Readonly<{ row: GridRow; texts: RowTexts }>;

type ComparedRow = Readonly<{
  /** Undefined when nothing would change. */
  change: WorkbookChange | undefined;
  findings: readonly WorkbookFinding[];
}>;

export type ComparedRows = Readonly<{
  of: (row: GridRow) => ComparedRow;
  /** Undefined for what stands in no cell of the table. */
  columnAt: (place: Place) => GridColumn | undefined;
}>;

/** @param changed of one body, each programme once. */
export function compareRows(changed: readonly ChangedRow[], key: GridKey): ComparedRows {
  const owner = changed[0]?.row.programme.owner ?? "";
  const edited = editedSheets(changed, key);
  const programmes = changed.map(({ row }) => row.programme);
  const { comparison, about } = compareByProgramme(workbookOf(edited, owner), programmes, owner);
  const { changes, findings } = comparison;
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const findingsOf = Map.groupBy(findings, (finding) => about.get(finding));
  return {
    of: ({ programme: { id } }) => ({ change: changeOf.get(id), findings: findingsOf.get(id) ?? [] }),
    columnAt: (place) => columnAt(edited, place),
  };
}

type EditedSheet = Readonly<{ name: string; headers: readonly string[]; rows: readonly EditedRow[] }>;

const { headers: h, tie, money, sheets: names } = workbookWords;

function workbookOf(edited: readonly EditedSheet[], owner: string) {
  const { sheets, guide } = workbookWords;
  const head = [
    [guide.form, guide.formName],
    [guide.owner, owner],
  ];
  const tables = [{ sheet: sheets.guide, rows: head.map(asRow) }, ...edited.map(tableOf)];
  return { format: "xlsx", tables, findings: [] } as const;
}

function editedSheets(changed: readonly ChangedRow[], key: GridKey): readonly EditedSheet[] {
  const entries = changed.map(({ row: { programme, entry } }) => ({
    programme,
    entry: entry ?? emptyEntry(key.fiscalYear, key.column, "planned"),
  }));
  const sheets = sheetsOf(entries);
  const tied = new Map(
    sheets
      .slice(0, 1)
      .flatMap(rowsOf)
      .map((cells) => [cells[tie.id], cells]),
  );
  return sheets.map((sheet) => {
    const known = Map.groupBy(rowsOf(sheet), (cells) => cells[tie.id]);
    const blankOf = blankRow(sheet);
    const rows = changed.flatMap(({ row, texts }) => {
      const { id } = row.programme;
      const edit = { row, texts, key, rows: known.get(id) ?? [], blank: () => blankOf(tied.get(id) ?? {}) };
      return editedRows(sheet.name, edit);
    });
    return { name: sheet.name, headers: sheet.columns.map(({ header }) => header), rows };
  });
}

type Cells = Readonly<Record<string, string>>;

/** Below the headers. */
const FIRST_ROW = 2;

type Edit = Readonly<{ row: GridRow; texts: RowTexts; key: GridKey; rows: readonly Cells[]; blank: () => Cells }>;

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
      return figureRows(edit.rows, edit.blank(), edit.texts, edit.key);
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
  const known = only ?? blank();
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
  const start = () => ({ ...blank(), [h.direction]: directionWords[direction], [h.label]: label, [h.plan]: plan });
  return withOnly(rows, texts[direction], {
    ...{ isOwn: (cells) => cells[h.direction] === directionWords[direction], start },
    ...{ columns: { [h.people]: direction } },
  });
}

function moneyRowsOf({ texts, blank }: Edit, rows: readonly EditedRow[], kind: "planned" | "settled") {
  return withOnly(rows, texts[kind], {
    ...{
      isOwn: (cells) => cells[h.moneyKind] === money[kind],
      start: () => ({ ...blank(), [h.moneyKind]: money[kind] }),
    },
    ...{ columns: { [h.yen]: kind } },
  });
}

type OnlyRow = Readonly<{
  isOwn: (cells: Cells) => boolean;
  /** What a new one says. */
  start: () => Cells;
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
  if (!rows.some(({ cells }) => isOwn(cells))) return text === "" ? rows : [...rows, say(start())];
  return rows.flatMap((row) => (!isOwn(row.cells) ? [row] : text === "" ? [] : [say(row.cells)]));
}

function rowsOf({ columns, rows }: FormSheet): readonly Cells[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ header }, index) => [header, String(cells[index] ?? "")])),
  );
}

const TIES: ReadonlySet<string> = new Set([tie.id, tie.version, ...Object.values(workbookWords.shown)]);

/** A row of the sheet that is tied to the entry and says nothing yet. */
function blankRow({ columns }: FormSheet): (tied: Cells) => Cells {
  const empty = Object.fromEntries(columns.map(({ header }) => [header, ""]));
  const ties = columns.map(({ header }) => header).filter((header) => TIES.has(header));
  return (tied) => ({ ...empty, ...Object.fromEntries(ties.map((header) => [header, tied[header] ?? ""])) });
}

function tableOf({ name, headers, rows }: EditedSheet): SourceTable {
  const cells = rows.map((row) => headers.map((header) => row.cells[header] ?? ""));
  return { sheet: name, rows: [headers, ...cells].map(asRow) };
}

function asRow(cells: readonly string[], index: number): SourceTable["rows"][number] {
  return { row: index + 1, cells };
}

function columnAt(sheets: readonly EditedSheet[], { sheet, cell }: Place): GridColumn | undefined {
  const own = sheets.find(({ name }) => name === sheet);
  const at = cell === undefined ? null : parseRange(cell);
  if (own === undefined || at === null) return undefined;
  const header = own.headers[at.left];
  return header === undefined ? undefined : own.rows[at.top - FIRST_ROW]?.columns[header];
}
