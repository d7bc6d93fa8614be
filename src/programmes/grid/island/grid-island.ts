/**
 * Makes a spreadsheet of the table of programmes: `<programme-grid>` around a table of fields. The form stays what it
 * is without a script; fields keep the focus while one moves, so that Japanese can be typed straight into a cell.
 */
import { type StatusNames, shownCell } from "../cell-rules.ts";
import { fillWords } from "../fill-words.ts";
import {
  clearSelected,
  copySelected,
  fillDown,
  type GridState,
  goTo,
  openGrid,
  paste,
  redo,
  selectAll,
  startEditing,
  stopEditing,
  undo,
  writeCell,
} from "../grid-state.ts";
import { parseTsv, printTsv } from "../tsv.ts";
import { breakLine } from "./cell-view.ts";
import type { IslandWords } from "./island-words.ts";
import { movedBy } from "./keys.ts";
import { TableView } from "./table-view.ts";
import { Teller } from "./told.ts";

class ProgrammeGrid extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector("table");
    if (table !== null) new Spreadsheet(this, table).listen();
  }
}

class Spreadsheet {
  private readonly words: IslandWords;
  private readonly view: TableView;
  private readonly teller: Teller;
  private state: GridState;
  private isLeaving = false;
  private isSent = false;
  private isTouch = false;
  private isDragging = false;

  constructor(
    private readonly element: HTMLElement,
    table: HTMLTableElement,
  ) {
    const { words = "{}", statuses = "[]", year = "0" } = element.dataset;
    this.words = JSON.parse(words);
    this.teller = new Teller(element, this.words);
    const names: readonly StatusNames[] = JSON.parse(statuses);
    this.view = new TableView(table, this.words, names, Number(year));
    const { columns, cells } = this.view;
    const kindOf = (column: number) => columns[column]?.kind ?? "line";
    this.state = openGrid(
      columns.length,
      cells.map((cell) => ({ text: cell.text, saved: cell.saved, isLocked: cell.control === null })),
      (column, text) => shownCell(kindOf(column), text, names),
    );
    const first = this.view.at(this.state);
    if (first !== undefined) first.place.tabIndex = 0;
  }

  listen(): void {
    const { table } = this.view;
    table.addEventListener("keydown", (event) => this.onKey(event));
    table.addEventListener("input", (event) => this.onInput(event));
    table.addEventListener("focusin", (event) => this.onFocus(event));
    table.addEventListener("focusout", () => this.commit());
    table.addEventListener("pointerdown", ({ pointerType }) => {
      this.isTouch = pointerType === "touch";
    });
    table.addEventListener("mousedown", (event) => this.onPress(event));
    table.addEventListener("mouseover", (event) => this.onDrag(event));
    table.addEventListener("dblclick", () => this.edit());
    for (const name of ["copy", "cut", "paste"] as const) {
      document.addEventListener(name, (event) => this.onClipboard(name, event));
    }
    document.addEventListener("mouseup", () => {
      this.isDragging = false;
    });
    this.form?.addEventListener("submit", () => {
      this.commit();
      this.isSent = true;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!this.isSent && this.hasChanges) event.preventDefault();
    });
    window.addEventListener("pageshow", () => this.comeBack());
    for (const keys of document.querySelectorAll<HTMLElement>("[data-keys]")) keys.hidden = false;
    this.teller.count(this.view, this.state);
  }

  /** After 「戻る」 the browser may put back what was typed. */
  private comeBack(): void {
    this.isSent = false;
    const { cells, columns } = this.view;
    const put = cells.reduce((state, { control }, index) => {
      const text = control?.value ?? state.texts[index];
      const place = { row: Math.floor(index / columns.length), column: index % columns.length };
      return text === undefined || text === state.texts[index] ? state : writeCell(state, place, text);
    }, this.state);
    this.become(put, "stay");
  }

  private get form(): HTMLFormElement | null {
    return this.element.closest("form");
  }

  private get hasChanges(): boolean {
    return this.view.counts(this.state).cells > 0 || this.element.dataset.carrying !== undefined;
  }

  /** @param focus `move` takes the focus along. */
  private become(next: GridState, focus: "move" | "stay" = "move"): void {
    const before = this.state;
    this.state = next;
    this.view.show(before, next);
    if (before.texts !== next.texts) this.teller.count(this.view, this.state);
    if (focus === "stay") return;
    this.view.at(next)?.focus();
    // the first column is always in sight: reaching it brings nothing else into view
    if (next.at.column === 0) this.view.table.parentElement?.scrollTo({ left: 0 });
  }

  /** What stands in the field one is leaving. */
  private commit(): void {
    const cell = this.view.at(this.state);
    const text = cell?.control?.value;
    if (text === undefined) return;
    const written = writeCell(stopEditing(this.state), this.state.at, text);
    this.become(written, "stay");
    // a text that reads the same is shown in its own figures again
    cell?.say(written.texts[written.at.row * written.columns + written.at.column] ?? text);
  }

  private edit(): void {
    this.state = startEditing(this.state);
    this.view.at(this.state)?.enter();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || this.view.placeOf(event.target) === undefined) return;
    const isDone = this.state.isEditing ? this.whileEditing(event) : this.whileMoving(event);
    if (isDone) event.preventDefault();
  }

  private whileEditing(event: KeyboardEvent): boolean {
    const { key, altKey } = event;
    if (key === "Enter" && altKey) return breakLine(event.target);
    if (key === "Enter" || key === "Tab") {
      this.commit();
      return this.move(event);
    }
    if (key !== "Escape") return false;
    const cell = this.view.at(this.state);
    cell?.say(this.state.texts[this.state.at.row * this.state.columns + this.state.at.column] ?? "");
    this.become(stopEditing(this.state));
    return true;
  }

  private whileMoving(event: KeyboardEvent): boolean {
    const wasLeaving = this.isLeaving;
    this.isLeaving = event.key === "Escape" || (event.key === "Shift" && wasLeaving);
    if (event.key === "Escape") this.tell(this.words.leaveHint);
    if (event.key === "Tab" && wasLeaving) return false;
    return this.act(event) || this.move(event);
  }

  private move(event: KeyboardEvent): boolean {
    const moved = movedBy(this.state, event);
    if (moved === null) return false;
    this.commit();
    this.become({ ...this.state, at: moved.at, anchor: moved.anchor });
    this.teller.tellSelection(this.state);
    return true;
  }

  /** What is neither a move nor typed text. */
  private act(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key === "F2") {
      this.edit();
      return true;
    }
    if (key === "Delete" || key === "Backspace") return this.clear();
    if (!(ctrlKey || metaKey) || altKey) return this.refuseTyping(event);
    switch (key.toLowerCase()) {
      case "z":
        return shiftKey ? this.again() : this.back();
      case "y":
        return this.again();
      case "d":
        return this.change(fillDown(this.state), this.words.filled);
      case "a":
        this.become(selectAll(this.state));
        this.teller.tellSelection(this.state);
        return true;
      default:
        return false;
    }
  }

  /** Into a field the browser types by itself. */
  private refuseTyping({ key }: KeyboardEvent): boolean {
    if (key.length !== 1 || this.view.at(this.state)?.control != null) return false;
    this.tell(this.words.locked);
    return true;
  }

  private clear(): boolean {
    const cleared = clearSelected(this.state);
    const cells = cleared.texts.filter((text, index) => text !== this.state.texts[index]).length;
    return this.change(cleared, fillWords(this.words.cleared, { cells }));
  }

  private back(): boolean {
    const done = this.state.done.length > 0;
    return this.change(undo(this.state), done ? this.words.undone : this.words.nothingToUndo);
  }

  private again(): boolean {
    const done = this.state.undone.length > 0;
    return this.change(redo(this.state), done ? this.words.redone : this.words.nothingToRedo);
  }

  private change(next: GridState, told: string): boolean {
    this.become(next);
    this.tell(told);
    return true;
  }

  private onInput({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.commit();
    else if (!this.state.isEditing) this.state = startEditing(this.state);
  }

  /** Reached by other ways than ours: a link of the summary, a finger, a screen reader. */
  private onFocus({ target }: FocusEvent): void {
    const place = this.view.placeOf(target);
    const { row, column } = this.state.at;
    if (place === undefined || (place.row === row && place.column === column)) return;
    this.become(goTo(this.state, place), "stay");
  }

  private onPress(event: MouseEvent): void {
    const place = this.view.placeOf(event.target);
    if (place === undefined || event.button !== 0 || this.isTouch) return;
    const { row, column } = this.state.at;
    const cell = this.view.at(this.state, place);
    const isHere = row === place.row && column === place.column && cell?.place === document.activeElement;
    if (isHere && event.target === cell?.control) {
      this.state = startEditing(this.state);
      return;
    }
    event.preventDefault();
    this.isDragging = true;
    this.commit();
    this.become(goTo(this.state, place, event.shiftKey ? "extend" : "move"));
  }

  private onDrag(event: MouseEvent): void {
    if (!this.isDragging || event.buttons !== 1) return;
    const place = this.view.placeOf(event.target);
    if (place === undefined) return;
    this.become(goTo(this.state, place, "extend"), "stay");
    this.teller.tellSelection(this.state);
  }

  private onClipboard(name: "copy" | "cut" | "paste", event: ClipboardEvent): void {
    const isOurs = this.view.placeOf(document.activeElement) !== undefined && !this.state.isEditing;
    if (!isOurs || event.clipboardData === null) return;
    event.preventDefault();
    if (name === "paste") {
      this.pasteText(event.clipboardData.getData("text/plain"));
      return;
    }
    event.clipboardData.setData("text/plain", printTsv(copySelected(this.state)));
    const copied = this.state;
    if (name === "cut") this.clear();
    this.teller.tellCopied(copied);
  }

  private pasteText(text: string): void {
    const pasted = paste(this.state, parseTsv(text));
    this.become(pasted.state);
    this.teller.tellPasted(pasted);
  }

  private tell(sentence: string): void {
    this.teller.tell(sentence);
  }
}

customElements.define("programme-grid", ProgrammeGrid);
