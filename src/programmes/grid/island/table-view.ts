/** The whole table in the browser: shows a state of the grid, and only what differs from the one before. */
import { checkRow, plainCell, type StatusNames } from "../cell-rules.ts";
import type { CellKind, GridColumn } from "../grid-columns.ts";
import {
  type CellPlace,
  changedCells,
  type GridArea,
  type GridState,
  indexOf,
  isInside,
  selectedArea,
} from "../grid-state.ts";
import { CellView } from "./cell-view.ts";
import type { IslandWords } from "./island-words.ts";

type HeadedColumn = Readonly<{ column: GridColumn | null; kind: CellKind }>;

export class TableView {
  readonly cells: readonly CellView[];
  readonly columns: readonly HeadedColumn[];
  private readonly rows: readonly HTMLTableRowElement[];
  private readonly places = new Map<Element, number>();

  constructor(
    readonly table: HTMLTableElement,
    words: IslandWords,
    private readonly statuses: readonly StatusNames[],
    private readonly fiscalYear: number,
  ) {
    const heads = [...table.querySelectorAll<HTMLElement>("thead th")];
    // written by the page from the same lists
    this.columns = heads.map(({ dataset }) => ({
      column: (dataset.column as GridColumn | undefined) ?? null,
      kind: (dataset.kind as CellKind | undefined) ?? "line",
    }));
    this.rows = [...(table.tBodies[0]?.rows ?? [])];
    this.cells = this.rows.flatMap((row) => [...row.cells].map((cell) => new CellView(cell, words)));
    this.cells.forEach(({ cell }, index) => {
      this.places.set(cell, index);
    });
    this.nameRoles(heads);
  }

  private nameRoles(heads: readonly HTMLElement[]): void {
    const { table } = this;
    table.setAttribute("role", "grid");
    table.setAttribute("aria-multiselectable", "true");
    table.setAttribute("aria-rowcount", String(this.rows.length + 1));
    table.setAttribute("aria-colcount", String(heads.length));
    [...table.rows].forEach((row, index) => {
      row.setAttribute("aria-rowindex", String(index + 1));
      [...row.cells].forEach((cell, at) => {
        cell.setAttribute("aria-colindex", String(at + 1));
      });
    });
  }

  /** Undefined outside of its cells. */
  placeOf(target: EventTarget | null): CellPlace | undefined {
    const cell = target instanceof Element ? target.closest("tbody th, tbody td") : null;
    const index = cell === null ? undefined : this.places.get(cell);
    const width = this.columns.length;
    return index === undefined ? undefined : { row: Math.floor(index / width), column: index % width };
  }

  at(state: GridState, place: CellPlace = state.at): CellView | undefined {
    return this.cells[indexOf(state, place)];
  }

  show(before: GridState, after: GridState): void {
    if (before.texts !== after.texts) this.showTexts(before, after);
    if (before.at !== after.at || before.anchor !== after.anchor) this.showSelection(before, after);
  }

  private showTexts(before: GridState, after: GridState): void {
    const rows = new Set<number>();
    after.texts.forEach((text, index) => {
      if (text === before.texts[index]) return;
      this.cells[index]?.say(text);
      this.cells[index]?.markChanged(text !== after.saved[index]);
      rows.add(Math.floor(index / after.columns));
    });
    for (const row of rows) this.checkRow(after, row);
  }

  private checkRow(state: GridState, row: number): void {
    const cells = this.columns.flatMap(({ column, kind }, at) => {
      const index = indexOf(state, { row, column: at });
      if (column === null || state.locked[index]) return [];
      const read = (text: string | undefined) => plainCell(kind, text ?? "", this.statuses);
      return [{ column, kind, index, text: read(state.texts[index]), saved: read(state.saved[index]) }];
    });
    const byColumn = (key: "kind" | "text" | "saved") => Object.fromEntries(cells.map((one) => [one.column, one[key]]));
    const wrong = checkRow(
      { texts: byColumn("text"), saved: byColumn("saved"), fiscalYear: this.fiscalYear },
      Object.fromEntries(cells.map(({ column, kind }) => [column, kind])),
      this.statuses,
    );
    for (const { column, index } of cells) this.cells[index]?.markProblem(wrong[column]);
  }

  private showSelection(before: GridState, after: GridState): void {
    const [old, now] = [selectedArea(before), selectedArea(after)];
    const isOne = now.top === now.bottom && now.left === now.right;
    for (const place of placesIn(old)) {
      if (isOne || !isInside(now, place)) this.at(after, place)?.markSelected(false);
    }
    if (!isOne) for (const place of placesIn(now)) this.at(after, place)?.markSelected(true);
    const [left, reached] = [this.at(before), this.at(after)];
    if (left !== undefined) left.place.tabIndex = -1;
    if (reached !== undefined) reached.place.tabIndex = 0;
  }

  counts(state: GridState): Readonly<{ cells: number; rows: number; problems: number }> {
    const changed = changedCells(state);
    const rows = new Set(changed.map((index) => Math.floor(index / state.columns)));
    return { cells: changed.length, rows: rows.size, problems: this.table.querySelectorAll("[aria-invalid]").length };
  }
}

function* placesIn({ top, left, bottom, right }: GridArea): Generator<CellPlace> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}
