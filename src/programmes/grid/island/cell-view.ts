/** One cell of the table in the browser: its field, and how it shows that it is changed, wrong or selected. */
import type { CellProblemCode } from "../cell-rules.ts";
import { fillWords } from "../fill-words.ts";
import type { IslandWords } from "./island-words.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class CellView {
  /** Null in a cell that only shows. */
  readonly control: Control | null;

  constructor(
    readonly cell: HTMLTableCellElement,
    private readonly words: IslandWords,
  ) {
    this.control = cell.querySelector<Control>(".gi");
    cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "gridcell");
    if (this.control === null) {
      cell.setAttribute("aria-readonly", "true");
      for (const link of cell.querySelectorAll("a")) link.tabIndex = -1;
    }
    this.place.tabIndex = -1;
  }

  /** What takes focus: the field, else the cell. */
  get place(): HTMLElement {
    return this.control ?? this.cell;
  }

  get text(): string {
    return this.control?.value ?? this.cell.dataset.text ?? "";
  }

  /** Differs from `text` in a table that came back with what was typed. */
  get saved(): string {
    return this.cell.dataset.saved ?? this.sent;
  }

  /** As the page came: a browser may have put back what was typed on an earlier visit. */
  private get sent(): string {
    const { control } = this;
    if (!(control instanceof HTMLSelectElement)) return control?.defaultValue ?? this.text;
    return [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? "";
  }

  say(text: string): void {
    if (this.control === null || this.control.value === text) return;
    const isUnknown =
      this.control instanceof HTMLSelectElement && ![...this.control.options].some(({ value }) => value === text);
    if (isUnknown) this.control.append(new Option(fillWords(this.words.unknownStatus, { said: text }), text));
    this.control.value = text;
  }

  focus(): void {
    this.place.focus({ preventScroll: false });
    if (this.control !== null && !(this.control instanceof HTMLSelectElement)) this.control.select();
  }

  /** Into the text, behind its end; the list of a choice opens. A cell that only shows gives its link. */
  enter(): void {
    const { control } = this;
    if (control === null) this.cell.querySelector("a")?.focus();
    else if (control instanceof HTMLSelectElement) control.showPicker?.();
    else control.setSelectionRange(control.value.length, control.value.length);
  }

  markChanged(isChanged: boolean): void {
    this.cell.classList.toggle("changed", isChanged);
    const label = this.control?.dataset.cellLabel;
    if (label === undefined) return;
    this.control?.setAttribute("aria-label", isChanged ? fillWords(this.words.changedCell, { label }) : label);
  }

  markSelected(isSelected: boolean): void {
    if (isSelected) this.cell.setAttribute("aria-selected", "true");
    else this.cell.removeAttribute("aria-selected");
  }

  markProblem(code: CellProblemCode | undefined): void {
    const { control } = this;
    if (control === null) return;
    const shown = this.cell.querySelector(".cellerror");
    if (code === undefined) {
      shown?.remove();
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
      return;
    }
    const sentence = shown ?? document.createElement("span");
    sentence.className = "cellerror";
    sentence.id = `${control.id}-error`;
    sentence.textContent = fillWords(this.words.problemsOf[code], { said: control.value });
    this.cell.append(sentence);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", sentence.id);
  }
}

/** Alt+Enter: into a cell of several lines. */
export function breakLine(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLTextAreaElement)) return false;
  target.setRangeText("\n", target.selectionStart, target.selectionEnd, "end");
  return true;
}
