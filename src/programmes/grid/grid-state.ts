/**
 * A table that is edited like a spreadsheet, as a state and the steps between states: where one stands, what is
 * selected, what every cell says, and what can be undone. Knows no browser; the island shows what this says.
 */
import type { TextTable } from "./tsv.ts";

export type CellPlace = Readonly<{ row: number; column: number }>;

export type GridState = Readonly<{
  rows: number;
  columns: number;
  /** Row by row. */
  texts: readonly string[];
  /** What is saved; a cell that says something else is changed. */
  saved: readonly string[];
  /** Cells that only show. */
  locked: readonly boolean[];
  at: CellPlace;
  /** Where the selection began; it reaches from here to `at`. */
  anchor: CellPlace;
  isEditing: boolean;
  /** What a cell of a column says when this is written into it: a number in figures, a status by its own word. */
  readAs: (column: number, text: string) => string;
  done: readonly Step[];
  undone: readonly Step[];
}>;

/** What one act changed, all of it undone together. */
export type Step = readonly Readonly<{ index: number; before: string; after: string }>[];

export type GridArea = Readonly<{ top: number; left: number; bottom: number; right: number }>;

const ORIGIN: CellPlace = { row: 0, column: 0 };
const MOST_STEPS = 500;

export function openGrid(
  columns: number,
  cells: readonly Readonly<{ text: string; saved: string; isLocked: boolean }>[],
  readAs: GridState["readAs"] = (_column, text) => text,
): GridState {
  return {
    readAs,
    ...{ rows: columns === 0 ? 0 : cells.length / columns, columns, at: ORIGIN, anchor: ORIGIN, isEditing: false },
    texts: cells.map(({ text }) => text),
    saved: cells.map(({ saved }) => saved),
    locked: cells.map(({ isLocked }) => isLocked),
    ...{ done: [], undone: [] },
  };
}

export function indexOf({ columns }: Pick<GridState, "columns">, { row, column }: CellPlace): number {
  return row * columns + column;
}

export function selectedArea({ at, anchor }: Pick<GridState, "at" | "anchor">): GridArea {
  return {
    ...{ top: Math.min(at.row, anchor.row), bottom: Math.max(at.row, anchor.row) },
    ...{ left: Math.min(at.column, anchor.column), right: Math.max(at.column, anchor.column) },
  };
}

export function isInside({ top, left, bottom, right }: GridArea, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** @param reach `extend` keeps where the selection began. */
export function goTo(state: GridState, place: CellPlace, reach: "move" | "extend" = "move"): GridState {
  const at = {
    row: Math.max(0, Math.min(place.row, state.rows - 1)),
    column: Math.max(0, Math.min(place.column, state.columns - 1)),
  };
  return { ...state, at, anchor: reach === "extend" ? state.anchor : at, isEditing: false };
}

export function selectAll(state: GridState): GridState {
  return goTo({ ...state, anchor: ORIGIN }, { row: state.rows - 1, column: state.columns - 1 }, "extend");
}

export function startEditing(state: GridState): GridState {
  const isLocked = state.locked[indexOf(state, state.at)] ?? true;
  return isLocked ? state : { ...state, anchor: state.at, isEditing: true };
}

export function stopEditing(state: GridState): GridState {
  return { ...state, isEditing: false };
}

/** One cell says something else now; the same text is no step. */
export function writeCell(state: GridState, place: CellPlace, text: string): GridState {
  return write(state, [{ index: indexOf(state, place), after: text }]);
}

export function clearSelected(state: GridState): GridState {
  return write(
    state,
    indexesIn(state, selectedArea(state)).map((index) => ({ index, after: "" })),
  );
}

/** Ctrl+D: the first row of the selection goes into the others; of a single row, the row above into it. */
export function fillDown(state: GridState): GridState {
  const area = selectedArea(state);
  const isRow = area.top === area.bottom;
  const from = isRow ? area.top - 1 : area.top;
  if (from < 0) return state;
  const below = { ...area, top: from + 1 };
  return write(
    state,
    indexesIn(state, below).map((index) => ({
      index,
      after: state.texts[indexOf(state, { row: from, column: index % state.columns })] ?? "",
    })),
  );
}

export type Pasted = Readonly<{
  state: GridState;
  /** Cells written, those that said the same already too. */
  written: number;
  /** Of the block, what did not fit below and beside. */
  rowsLeftOut: number;
  columnsLeftOut: number;
  /** Cells that only show, and say something else. */
  lockedCells: number;
}>;

/** From the top left corner of the selection; one cell alone fills all of it. */
export function paste(state: GridState, table: TextTable): Pasted {
  const area = selectedArea(state);
  const only = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  const width = Math.max(0, ...table.map((cells) => cells.length));
  const wanted =
    only === undefined ? placed(state, table, area) : indexesIn(state, area).map((index) => ({ index, after: only }));
  const free = wanted.filter(({ index }) => state.locked[index] === false);
  const lockedCells = wanted.filter(({ index, after }) => state.locked[index] && state.texts[index] !== after).length;
  const isBlock = only === undefined && wanted.length > 0;
  const reached = isBlock ? goTo(state, { row: area.top, column: area.left }) : state;
  const end = { row: area.top + table.length - 1, column: area.left + width - 1 };
  return {
    state: write(isBlock ? goTo(reached, end, "extend") : reached, free),
    written: free.length,
    rowsLeftOut: Math.max(0, area.top + table.length - state.rows),
    columnsLeftOut: Math.max(0, area.left + width - state.columns),
    lockedCells,
  };
}

function placed(state: GridState, table: TextTable, { top, left }: GridArea) {
  return table.flatMap((cells, row) =>
    cells.flatMap((after, column) => {
      const place = { row: top + row, column: left + column };
      return place.row < state.rows && place.column < state.columns ? [{ index: indexOf(state, place), after }] : [];
    }),
  );
}

export function copySelected(state: GridState): TextTable {
  const { top, left, bottom, right } = selectedArea(state);
  return Array.from({ length: bottom - top + 1 }, (_, row) => {
    const start = indexOf(state, { row: top + row, column: left });
    return state.texts.slice(start, start + right - left + 1);
  });
}

export function undo(state: GridState): GridState {
  const step = state.done.at(-1);
  if (step === undefined) return state;
  const back = apply(
    state,
    step.map(({ index, before }) => ({ index, after: before })),
  );
  return { ...goToFirst(back, step), done: state.done.slice(0, -1), undone: [...state.undone, step] };
}

export function redo(state: GridState): GridState {
  const step = state.undone.at(-1);
  if (step === undefined) return state;
  return { ...goToFirst(apply(state, step), step), done: [...state.done, step], undone: state.undone.slice(0, -1) };
}

/** Indexes of cells that say something else than what is saved. */
export function changedCells({ texts, saved }: Pick<GridState, "texts" | "saved">): readonly number[] {
  return texts.flatMap((text, index) => (text === saved[index] ? [] : [index]));
}

function write(state: GridState, cells: readonly Readonly<{ index: number; after: string }>[]): GridState {
  const step = cells.flatMap(({ index, after: written }) => {
    const before = state.texts[index];
    const after = state.readAs(index % state.columns, written);
    return before === undefined || before === after || state.locked[index] ? [] : [{ index, before, after }];
  });
  if (step.length === 0) return state;
  return { ...apply(state, step), done: [...state.done, step].slice(-MOST_STEPS), undone: [] };
}

function apply(state: GridState, cells: readonly Readonly<{ index: number; after: string }>[]): GridState {
  const texts = [...state.texts];
  for (const { index, after } of cells) texts[index] = after;
  return { ...state, texts };
}

function goToFirst(state: GridState, step: Step): GridState {
  const index = step[0]?.index ?? 0;
  return goTo(state, { row: Math.floor(index / state.columns), column: index % state.columns });
}

function indexesIn(state: GridState, { top, left, bottom, right }: GridArea): readonly number[] {
  const indexes: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) indexes.push(indexOf(state, { row, column }));
  }
  return indexes.filter((index) => index < state.texts.length);
}
