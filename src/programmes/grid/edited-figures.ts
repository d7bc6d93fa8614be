/** The figure of a row as a person would have typed it into the workbook's sheet of numbers: one row for each side. */
import { workbookWords } from "../template/messages.ja.ts";
import type { RowTexts } from "./cell-rules.ts";
import type { EditedRow } from "./edited-row.ts";
import { type FigureSide, SIDE_WORDS, sideSaid } from "./figure-cells.ts";
import type { GridKey } from "./grid-rows.ts";

type Cells = Readonly<Record<string, string>>;
const { headers: h } = workbookWords;

/**
 * @param rows of the sheet, as recorded.
 * @param blank a row of the sheet that says nothing yet.
 */
export function figureRows(
  rows: readonly Cells[],
  blank: Cells,
  texts: RowTexts,
  { column }: GridKey,
): readonly EditedRow[] {
  const { figure, unit } = texts;
  if (figure === undefined || unit === undefined) return rows.map((cells) => ({ cells, columns: {} }));
  const sides = (["figurePlanned", "figureActual"] as const).filter((side) => texts[side] !== undefined);
  const known = new Map(rows.map((cells) => [sideSaid(cells[h.plan] ?? "", column), cells]));
  const ordered = sides.toSorted((a, b) => placeOf(known.get(a), rows) - placeOf(known.get(b), rows));
  return ordered.flatMap((side) => {
    const value = texts[side] ?? "";
    if (value === "") return [];
    const start = known.get(side) ?? { ...blank, [h.plan]: SIDE_WORDS[side] };
    const cells = { ...start, [h.label]: figure, [h.value]: value, [h.unit]: unit };
    return [{ cells, columns: COLUMNS[side] }];
  });
}

/** What is recorded keeps its order; what is new comes after it. */
function placeOf(cells: Cells | undefined, rows: readonly Cells[]): number {
  return cells === undefined ? rows.length : rows.indexOf(cells);
}

const COLUMNS: Readonly<Record<FigureSide, EditedRow["columns"]>> = {
  figurePlanned: { [h.label]: "figure", [h.value]: "figurePlanned", [h.unit]: "unit" },
  figureActual: { [h.label]: "figure", [h.value]: "figureActual", [h.unit]: "unit" },
};
