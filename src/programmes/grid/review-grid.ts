/**
 * The table as it was typed, set against the records: what would change, what keeps it from being saved, and what
 * somebody else saved first. Looked at to show it, and again to save it; nothing is kept in between.
 */
import type { Tx } from "../../platform/index.ts";
import type { EnteredYear } from "../enter-years.ts";
import { programmeAsOf } from "../programme-as-of.ts";
import type { CellChange, WorkbookChange } from "../template/workbook-comparison.ts";
import type { WorkbookFinding } from "../template/workbook-finding.ts";
import { checkRow, plainCell, type RowTexts } from "./cell-rules.ts";
import { type ChangedRow, type ComparedRows, compareRows } from "./compare-rows.ts";
import { CELL_KINDS, type GridColumn } from "./grid-columns.ts";
import type { GridProblemCode } from "./grid-problem.ts";
import { type GridKey, type GridRow, gridRow, openCells, savedTexts } from "./grid-rows.ts";
import { STATUS_NAMES } from "./status-names.ts";
import type { TypedRow } from "./typed-rows.ts";

/** A paste of a thousand rows is saved in one transaction; what is more is saved in two goes. */
export const MOST_CHANGED_ROWS = 1_000;

export type GridProblem = Readonly<{
  code: GridProblemCode;
  id: string;
  column: GridColumn | null;
  /** What was typed. */
  said: string;
  /** Of a contradiction, or of what the workbook's comparison found. */
  finding: WorkbookFinding | null;
}>;

/** Looks wrong and can be right: saved when confirmed. */
export type GridDoubt = Readonly<{ id: string; column: GridColumn | null; finding: WorkbookFinding }>;

export type GridConflict = Readonly<{
  id: string;
  /** What was typed, beside what somebody else saved. */
  cells: readonly Readonly<{ column: GridColumn; saved: string; mine: string }>[];
}>;

export type GridChange = Readonly<{
  row: GridRow;
  change: WorkbookChange;
  /** What a person is shown: cells of the table, and what goes along with them in what was recorded before. */
  cells: readonly CellChange[];
  columnAt: ComparedRows["columnAt"];
}>;

export type GridReview = Readonly<{
  changes: readonly GridChange[];
  problems: readonly GridProblem[];
  doubts: readonly GridDoubt[];
  conflicts: readonly GridConflict[];
  /** What differs from the records, by programme and cell; as typed. */
  typed: ReadonlyMap<string, RowTexts>;
}>;

/** @param rows those of the body that were typed on, or more. */
export async function reviewGrid(
  tx: Tx,
  rows: readonly GridRow[],
  typed: readonly TypedRow[],
  key: GridKey,
): Promise<GridReview> {
  const known = new Map(rows.map((row) => [row.programme.id, row]));
  const looked: RowReview[] = [];
  for (const one of typed) {
    const row = known.get(one.id);
    looked.push(row === undefined ? unknown(one) : await reviewRow(tx, row, one, key));
  }
  const compared = compareRows(
    looked.flatMap(({ toCompare }) => toCompare ?? []),
    key,
  );
  const reviews = looked.map((one) => withComparison(one, compared));
  const changed = reviews.filter(({ texts }) => Object.keys(texts).length > 0);
  const tooMany =
    changed.length > MOST_CHANGED_ROWS ? [problem("too_many_rows", "", null, String(changed.length))] : [];
  return {
    changes: reviews.flatMap(({ change }) => change ?? []),
    problems: [...tooMany, ...reviews.flatMap(({ problems }) => problems)],
    doubts: reviews.flatMap(({ doubts }) => doubts),
    conflicts: reviews.flatMap(({ conflict }) => conflict ?? []),
    typed: new Map(changed.map(({ id, texts }) => [id, texts])),
  };
}

export function isReady({ changes, problems, conflicts }: GridReview): boolean {
  return changes.length > 0 && problems.length === 0 && conflicts.length === 0;
}

export function entriesOf({ changes }: GridReview): readonly EnteredYear[] {
  return changes.map(({ change: { id, expectedVersion, entry } }) => ({ id, expectedVersion, entry }));
}

type RowReview = Readonly<{
  id: string;
  texts: RowTexts;
  problems: readonly GridProblem[];
  doubts: readonly GridDoubt[];
  conflict?: GridConflict;
  /** Cell by cell nothing is wrong with it. */
  toCompare?: ChangedRow;
  change?: GridChange;
}>;

function problem(
  code: GridProblem["code"],
  id: string,
  column: GridColumn | null,
  said = "",
  finding: WorkbookFinding | null = null,
): GridProblem {
  return { code, id, column, said, finding };
}

/** Another body's, or nobody's. */
function unknown({ id }: TypedRow): RowReview {
  return { id, texts: {}, problems: [problem("programme_unknown", id, null, id)], doubts: [] };
}

async function reviewRow(tx: Tx, row: GridRow, typed: TypedRow, key: GridKey): Promise<RowReview> {
  const { id, version } = row.programme;
  const isStale = typed.version !== version;
  const seen = isStale ? await rowAsSeen(tx, row, typed.version, key) : row;
  const saved = savedTexts(seen, STATUS_NAMES);
  const texts = differing(typed.texts, saved);
  const quiet: RowReview = { id, texts, problems: [], doubts: [] };
  if (Object.keys(texts).length === 0) return quiet;
  const locked = lockedProblems(row, texts);
  if (locked.length > 0) return { ...quiet, problems: locked };
  return isStale ? { ...quiet, conflict: conflictOf(row, texts) } : judge(row, quiet, saved, key);
}

/** What the person had before them; what is saved now when there is no such version. */
async function rowAsSeen(tx: Tx, row: GridRow, version: number, key: GridKey): Promise<GridRow> {
  const seen = await programmeAsOf(tx, row.programme.id, { version });
  return seen.ok ? gridRow({ ...row.programme, facts: seen.value.facts }, key) : row;
}

/** A cell that cannot be read differs from what is saved, and stays as it was typed. */
function differing(typed: RowTexts, saved: RowTexts): RowTexts {
  // keys of the table given
  const columns = (Object.keys(typed) as GridColumn[]).filter((column) => saved[column] !== undefined);
  return Object.fromEntries(
    columns.flatMap((column) => {
      const said = typed[column] ?? "";
      return isSameText(column, said, saved[column] ?? "") ? [] : [[column, said]];
    }),
  );
}

/** A one-line field drops the line breaks of what it shows. */
function isSameText(column: GridColumn, said: string, saved: string): boolean {
  const kind = CELL_KINDS[column];
  const plain = plainCell(kind, said, STATUS_NAMES);
  return plain === saved || plain === plainCell(kind, saved, STATUS_NAMES);
}

function lockedProblems(row: GridRow, texts: RowTexts): readonly GridProblem[] {
  const open = openCells(row);
  // keys of the table given
  const locked = (Object.keys(texts) as GridColumn[]).filter((column) => !(column in open));
  const code = row.isWaiting ? "row_waiting" : "cell_locked";
  return locked.map((column) => problem(code, row.programme.id, column, texts[column]));
}

function conflictOf(row: GridRow, texts: RowTexts): GridConflict {
  const saved = savedTexts(row, STATUS_NAMES);
  // keys of the table given
  const columns = Object.keys(texts) as GridColumn[];
  return {
    id: row.programme.id,
    cells: columns.map((column) => ({ column, saved: saved[column] ?? "", mine: texts[column] ?? "" })),
  };
}

function judge(row: GridRow, quiet: RowReview, saved: RowTexts, key: GridKey): RowReview {
  const { id } = row.programme;
  const kinds = openCells(row);
  const texts = allTexts(saved, quiet.texts, kinds);
  const wrong = checkRow({ texts, saved, fiscalYear: key.fiscalYear }, kinds, STATUS_NAMES);
  // keys of the table given
  const problems = (Object.keys(wrong) as GridColumn[]).flatMap((column) => {
    const code = wrong[column];
    return code === undefined ? [] : [problem(code, id, column, texts[column])];
  });
  return problems.length > 0 ? { ...quiet, problems } : { ...quiet, toCompare: { row, texts } };
}

function allTexts(saved: RowTexts, typed: RowTexts, kinds: Readonly<Partial<Record<GridColumn, unknown>>>): RowTexts {
  // keys of the table given
  const columns = Object.keys(kinds) as GridColumn[];
  return Object.fromEntries(
    columns.map((column) => {
      const said = typed[column];
      return [column, said === undefined ? (saved[column] ?? "") : plainCell(CELL_KINDS[column], said, STATUS_NAMES)];
    }),
  );
}

function withComparison(review: RowReview, { of, columnAt }: ComparedRows): RowReview {
  const { id, toCompare } = review;
  if (toCompare === undefined) return review;
  const { row } = toCompare;
  const { change, findings } = of(row);
  const errors = findings.filter(({ severity }) => severity === "error");
  const problems = errors.map((one) => problem("contradiction", id, placeOf(one, columnAt), "", one));
  const doubts = findings
    .filter(({ severity }) => severity === "warning")
    .map((finding) => ({ id, column: placeOf(finding, columnAt), finding }));
  if (problems.length > 0 || change === undefined) return { ...review, problems, doubts };
  const cells = change.cells.filter(({ at, before }) => columnAt(at) !== undefined || before !== "");
  return { ...review, doubts, change: { row, change, cells, columnAt } };
}

const COLUMN_OF_RULE: Readonly<Record<string, GridColumn>> = {
  result_before_start: "status",
  date_outside_fiscal_year: "date",
  edition_jumps: "event",
};

function placeOf({ at, values }: WorkbookFinding, columnAt: GridChange["columnAt"]): GridColumn | null {
  return COLUMN_OF_RULE[String(values.rule ?? "")] ?? columnAt(at) ?? null;
}
