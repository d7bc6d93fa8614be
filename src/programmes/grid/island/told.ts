/** What the table says while one works in it: of an act in the line below it, of all changes in the bar. */
import { fillWords } from "../fill-words.ts";
import { type GridState, type Pasted, selectedArea } from "../grid-state.ts";
import type { IslandWords } from "./island-words.ts";
import type { TableView } from "./table-view.ts";

export class Teller {
  constructor(
    private readonly element: HTMLElement,
    private readonly words: IslandWords,
  ) {}

  tell(sentence: string): void {
    const place = this.element.querySelector<HTMLElement>("[data-told]");
    if (place === null) return;
    place.hidden = false;
    place.textContent = sentence;
  }

  tellSelection(state: GridState): void {
    const { top, left, bottom, right } = selectedArea(state);
    if (top === bottom && left === right) return;
    this.tell(fillWords(this.words.selected, { rows: bottom - top + 1, columns: right - left + 1 }));
  }

  tellCopied(state: GridState): void {
    const { top, left, bottom, right } = selectedArea(state);
    this.tell(fillWords(this.words.copied, { rows: bottom - top + 1, columns: right - left + 1 }));
  }

  tellPasted({ written, rowsLeftOut, columnsLeftOut, lockedCells }: Pasted): void {
    const { words } = this;
    const told = [
      fillWords(words.pasted, { cells: written }),
      rowsLeftOut === 0 ? "" : fillWords(words.rowsLeftOut, { rows: rowsLeftOut }),
      columnsLeftOut === 0 ? "" : fillWords(words.columnsLeftOut, { columns: columnsLeftOut }),
      lockedCells === 0 ? "" : fillWords(words.lockedCells, { cells: lockedCells }),
    ];
    this.tell(told.filter(Boolean).join(" "));
  }

  count(view: TableView, state: GridState): void {
    const place = this.element.closest("form")?.querySelector("[data-count]");
    if (place == null) return;
    const { cells, rows, problems } = view.counts(state);
    const changed = cells === 0 ? this.words.unchanged : fillWords(this.words.changed, { cells, rows });
    const wrong = problems === 0 ? "" : fillWords(this.words.problems, { problems });
    place.textContent = [changed, wrong].filter(Boolean).join("　");
  }
}
