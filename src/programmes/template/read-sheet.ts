/** One sheet of a workbook that came back: its columns found by their headers, its rows tied to programme, year and column. */
import type { SourceTable } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearColumn } from "../programme-year.ts";
import { workbookWords } from "./messages.ja.ts";
import { type Column, oneOf } from "./workbook-cell.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";

export type TiedRow = Readonly<{
  id: string;
  version: string;
  /** From 1: which row of the record it was; null for a new one. */
  order: number | null;
  fiscalYear: number;
  column: YearColumn;
  row: number;
  /** Null where the sheet has no such column. */
  cellOf: (header: string) => string | null;
  placeOf: (header: string) => Place;
}>;

export type SheetReading = Readonly<{ rows: readonly TiedRow[]; findings: readonly WorkbookFinding[] }>;

export function readSheet(
  { sheet, rows }: SourceTable,
  columns: readonly Pick<Column<never>, "header">[],
): SheetReading {
  const { tie, shown } = workbookWords;
  const [head, ...body] = rows;
  const headers = (head?.cells ?? []).map((cell) => cell.normalize("NFKC").trim());
  const ties: readonly string[] = [tie.id, tie.version, tie.row, shown.fiscalYear, shown.column];
  const wanted = [...ties, ...columns.map(({ header }) => header)];
  const indexOf = (header: string) => headers.indexOf(header.normalize("NFKC"));
  const at = (row: number, header: string): Place => {
    const index = indexOf(header);
    return { sheet, cell: `${columnName(Math.max(index, 0))}${row}` };
  };
  const missing = wanted.filter((header) => indexOf(header) < 0);
  const twice = wanted.filter(
    (header) => headers.indexOf(header.normalize("NFKC")) !== headers.lastIndexOf(header.normalize("NFKC")),
  );
  const findings: WorkbookFinding[] = [
    ...missing.map((header) => {
      const severity = ties.includes(header) ? "error" : "warning";
      return findInWorkbook("column_missing", { sheet, cell: "A1" }, { header }, severity);
    }),
    ...twice.map((header) => findInWorkbook("column_twice", at(1, header), { header })),
  ];
  const read = body.flatMap(({ row, cells }): readonly TiedRow[] => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const cellOf = (header: string) => (indexOf(header) < 0 ? null : (cells[indexOf(header)] ?? ""));
    const id = cellOf(tie.id)?.trim() ?? "";
    const fiscalYear = Number((cellOf(shown.fiscalYear) ?? "").normalize("NFKC").trim());
    const column = oneOf(columnWords, cellOf(shown.column) ?? "");
    if (id === "" || !Number.isInteger(fiscalYear) || fiscalYear < 1868 || column == null) {
      findings.push(findInWorkbook("row_untied", at(row, tie.id), {}));
      return [];
    }
    const said = cellOf(tie.row)?.trim() ?? "";
    const isNumber = /^[1-9]\d*$/.test(said);
    if (said !== "" && !isNumber) findings.push(findInWorkbook("row_order_unreadable", at(row, tie.row), { said }));
    return [
      {
        ...{ id, version: cellOf(tie.version)?.trim() ?? "", order: isNumber ? Number(said) : null },
        ...{ fiscalYear, column, row, cellOf, placeOf: (header: string) => at(row, header) },
      },
    ];
  });
  return { rows: read, findings };
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
