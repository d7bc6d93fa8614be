/** The mapping a person chose in the form. Another header row means other headers, which are then guessed anew. */
import type { SourceTable } from "../../documents/source-text.ts";
import { mappingWithHeader } from "./guess-mapping.ts";
import { isColumnRole, type SheetMapping } from "./mapping.ts";

export type ChosenMapping = Readonly<{
  mapping: readonly SheetMapping[];
  /** Set when a header row was changed: a person has to look at the columns again. */
  newHeaderRow: number | null;
}>;

export function mappingFromForm(
  form: FormData,
  before: readonly SheetMapping[],
  grid: readonly SourceTable[],
): ChosenMapping {
  let newHeaderRow: number | null = null;
  const mapping = before.map((sheet, index): SheetMapping => {
    const headerRow = Number(`${form.get(`headerRow.${index}`) ?? ""}`.normalize("NFKC"));
    const header = grid.find((table) => table.sheet === sheet.sheet)?.rows.find(({ row }) => row === headerRow);
    const shownRow = Number(form.get(`shownRow.${index}`) ?? sheet.headerRow);
    if (header !== undefined && headerRow !== shownRow) {
      newHeaderRow = headerRow;
      return mappingWithHeader(sheet.sheet, headerRow, header.cells);
    }
    const shown = headerOf(grid, sheet, shownRow);
    const columns = shown.columns.map(({ header: printed }, column) => {
      const role = `${form.get(`role.${index}.${column}`) ?? ""}`;
      return { header: printed, role: isColumnRole(role) ? role : null };
    });
    return { ...shown, columns };
  });
  return { mapping, newHeaderRow };
}

/** The sheet with the header row that the form showed. */
function headerOf(grid: readonly SourceTable[], sheet: SheetMapping, shownRow: number): SheetMapping {
  const row = grid.find((table) => table.sheet === sheet.sheet)?.rows.find((one) => one.row === shownRow);
  return row === undefined || shownRow === sheet.headerRow
    ? sheet
    : mappingWithHeader(sheet.sheet, shownRow, row.cells);
}
