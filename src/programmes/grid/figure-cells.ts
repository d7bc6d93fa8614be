/**
 * The one figure (数) of a year in the table: what it counts, what was planned, what was reached, and the unit. A year
 * with several figures, with a range, with an 「約」 or with a number of which nobody said whether it is the plan or the
 * result is not pressed into these cells: they show it, and the form is where it is changed.
 */
import type { YearColumn, YearEntry, YearQuantity } from "../programme-year.ts";
import { workbookWords } from "../template/messages.ja.ts";

export type FigureColumn = "figure" | "figurePlanned" | "figureActual" | "unit";
export type FigureLock = "several_figures" | "figure_worded" | "figure_unsaid";

const { planOrResult } = workbookWords;

export type FigureSide = "figurePlanned" | "figureActual";

/** Where a number stands that does not say what it is: in a plan it was planned, in a result it was reached. */
const UNSAID: Readonly<Record<YearColumn, FigureSide | null>> = {
  plan: "figurePlanned",
  plan_including_results: null,
  result: "figureActual",
};

export function sideOf(plan: boolean | null, column: YearColumn): FigureSide | null {
  return plan === null ? UNSAID[column] : plan ? "figurePlanned" : "figureActual";
}

/** As the workbook says it in the column 計画・実績. */
export function sideSaid(word: string, column: YearColumn): FigureSide | null {
  const plan = word === planOrResult.plan ? true : word === planOrResult.result ? false : null;
  return sideOf(plan, column);
}

export const SIDE_WORDS: Readonly<Record<FigureSide, string>> = {
  figurePlanned: planOrResult.plan,
  figureActual: planOrResult.result,
};

type FigureCell = Readonly<{ text: string; lock: FigureLock | null; note: string | null }>;

export function figureCell(entry: YearEntry, cell: FigureColumn): FigureCell {
  const lock = lockOf(entry);
  if (lock !== null) return { text: cell === "figure" ? allOf(entry) : "", lock, note: null };
  const shown = entry.quantities.filter(({ plan }) => cell === "figure" || cell === "unit" || isOn(plan, entry, cell));
  const [first] = shown;
  if (first === undefined) return { text: "", lock: null, note: null };
  if (cell === "figure") return { text: first.label, lock: null, note: null };
  if (cell === "unit") return { text: first.unit ?? "", lock: null, note: null };
  return { text: String(first.value ?? ""), lock: null, note: (first.asOf ?? first.period)?.asPrinted ?? null };
}

function isOn(plan: boolean | null, { column }: YearEntry, cell: FigureSide): boolean {
  return sideOf(plan, column) === cell;
}

function lockOf({ quantities, column }: YearEntry): FigureLock | null {
  const [first] = quantities;
  if (first === undefined) return null;
  const sides = quantities.map(({ plan }) => sideOf(plan, column));
  // a number reached has no cell in the table of plans
  const places = column === "plan" ? ["figurePlanned"] : ["figurePlanned", "figureActual"];
  const isOne = quantities.every(({ label, unit }) => label === first.label && unit === first.unit);
  if (!isOne || new Set(sides).size < sides.length) return "several_figures";
  if (quantities.some(isWorded)) return "figure_worded";
  return sides.every((side) => side !== null && places.includes(side)) ? null : "figure_unsaid";
}

function isWorded({ value, range, isApproximate, subsetOf }: YearQuantity): boolean {
  return value === null || range !== null || isApproximate || subsetOf !== null;
}

function allOf({ quantities }: YearEntry): string {
  return quantities.map(({ label, asPrinted }) => `${label} ${asPrinted}`.trim()).join("\n");
}
