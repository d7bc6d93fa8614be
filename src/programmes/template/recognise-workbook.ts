/** Whether a file is the workbook of programmes at all, of this body, and which of its sheets nobody will read. */
import type { SourceText } from "../../documents/source-text.ts";
import { workbookWords } from "./messages.ja.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";

/** @returns why nothing of the file is read; null where it is. */
export function refuseWorkbook(
  { format, tables }: Pick<SourceText, "format" | "tables">,
  expected: string,
): WorkbookFinding | null {
  const { guide, sheets } = workbookWords;
  if (format !== "xlsx") return findInWorkbook("no_workbook", {}, { format });
  const table = tables.find(({ sheet }) => sheet === sheets.guide);
  const rowOf = (key: string) => table?.rows.find(({ cells }) => cells[0]?.trim() === key);
  const said = (key: string) => rowOf(key)?.cells[1]?.normalize("NFKC").trim() ?? "";
  const place = (key: string) => ({ sheet: sheets.guide, cell: `B${rowOf(key)?.row ?? 1}` });
  if (table === undefined) return findInWorkbook("workbook_unknown", {}, { sheet: sheets.guide });
  if (said(guide.form) !== guide.formName.normalize("NFKC"))
    return findInWorkbook("workbook_unknown", place(guide.form), { sheet: sheets.guide });
  const owner = said(guide.owner).slice(0, 20);
  return owner === expected ? null : findInWorkbook("other_body", place(guide.owner), { owner, expected });
}

/** Sheets of somebody's own, and copies and renamed sheets of ours: what stands there changes nothing. */
export function sheetsOfWorkbook({ tables }: Pick<SourceText, "tables">): readonly WorkbookFinding[] {
  const known: readonly string[] = Object.values(workbookWords.sheets);
  return tables.flatMap(({ sheet, rows }) => {
    // the lists to choose from stand on hidden sheets with this mark
    const isOurs = known.includes(sheet) || (sheet.startsWith("_") && known.includes(sheet.slice(1)));
    return isOurs || rows.length === 0 ? [] : [findInWorkbook("sheet_unknown", { sheet }, { sheet })];
  });
}
