/** One sheet of a workbook that came back: its rows tied to programme, fiscal year and column of the report. */
import type { SourceTable, SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import { parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearColumn } from "../programme-year.ts";
import { workbookWords } from "./messages.ja.ts";
import { findColumns, type SheetColumns, TIES } from "./sheet-columns.ts";
import { findFlaws, isErrorValue, type SheetFlaws } from "./sheet-flaws.ts";
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
  /** Why the cell cannot be taken for what was written in it; null where it can. */
  flawOf: (header: string) => WorkbookFinding | null;
  /** A merged range lies over it, said already. */
  isMerged: boolean;
}>;

export type SheetReading = Readonly<{
  rows: readonly TiedRow[];
  findings: readonly WorkbookFinding[];
  /** A row may belong to something else than it seems, or be missing: nothing of the file can be saved. */
  isUnsafe: boolean;
  /** False where the rows could not be read at all. */
  isReadable: boolean;
}>;

const { tie, shown } = workbookWords;
/** As the record allows. */
const [FIRST_YEAR, LAST_YEAR] = [1868, 2200];

export function readSheet(
  table: SourceTable,
  ownColumns: readonly Pick<Column<never>, "header">[],
  findings: SourceText["findings"],
): SheetReading {
  const headers = ownColumns.map(({ header }) => header);
  const columns = findColumns(table, headers);
  if ("code" in columns) return { rows: [], findings: [columns], isUnsafe: true, isReadable: false };
  const flaws = findFlaws(table, columns, [...TIES, shown.title, ...headers], findings);
  const said = [...columns.findings, ...flaws.findings];
  if (columns.isUnreadable || flaws.isUnreadable)
    return { rows: [], findings: said, isUnsafe: true, isReadable: false };
  const read = columns.body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ row, cells }) => readRow(looseRow(table.sheet, row, cells, columns, flaws, headers)));
  return {
    rows: read.flatMap(({ tied }) => tied ?? []),
    findings: [...said, ...read.flatMap(({ finding }) => finding ?? [])],
    isUnsafe: read.some(({ isLost }) => isLost),
    isReadable: true,
  };
}

type LooseRow = Pick<TiedRow, "row" | "cellOf" | "placeOf" | "flawOf" | "isMerged"> &
  Readonly<{ isBlank: boolean; isTieSwallowed: boolean }>;

function looseRow(
  sheet: string,
  row: number,
  cells: readonly string[],
  columns: SheetColumns,
  flaws: SheetFlaws,
  headers: readonly string[],
): LooseRow {
  const cellOf = (header: string) => {
    const index = columns.indexOf(header);
    return index === undefined || flaws.isSwallowed(index, row) ? null : (cells[index] ?? "");
  };
  const covered = (header: string, is: SheetFlaws["isMerged"]) => {
    const index = columns.indexOf(header);
    return index !== undefined && is(index, row);
  };
  const placeOf = (header: string) => columns.placeOf(row, header);
  const flawOf = (header: string) => {
    const [at, said] = [placeOf(header), cellOf(header)];
    if (said === null) return null;
    if (at.cell !== undefined && flaws.isFormula(at.cell)) return findInWorkbook("formula_cell", at, { header, said });
    return isErrorValue(said) ? findInWorkbook("cell_error", { ...at, sheet }, { header, said }) : null;
  };
  return {
    ...{ row, cellOf, placeOf, flawOf },
    isMerged: [...TIES, shown.title, ...headers].some((header) => covered(header, flaws.isMerged)),
    isBlank: headers.every((header) => (cellOf(header) ?? "").trim() === ""),
    isTieSwallowed: TIES.some((header) => covered(header, flaws.isSwallowed)),
  };
}

type RowReading = Readonly<{ tied: TiedRow | null; finding: WorkbookFinding | null; isLost: boolean }>;

function readRow(loose: LooseRow): RowReading {
  const { row, cellOf, placeOf, flawOf, isMerged, isBlank, isTieSwallowed } = loose;
  const lost = (finding: WorkbookFinding | null): RowReading => ({ tied: null, finding, isLost: true });
  const untied = (header: string) =>
    lost(findInWorkbook("row_untied", placeOf(header), { header, said: cellOf(header)?.trim() ?? "" }));
  if (isTieSwallowed) return lost(null);
  const flaw = TIES.map(flawOf).find((one) => one !== null);
  if (flaw !== undefined) return lost(flaw);
  const said = (header: string) => cellOf(header)?.trim() ?? "";
  const id = said(tie.id);
  if (id === "") return untied(tie.id);
  if (isBlank && said(shown.fiscalYear) === "" && said(shown.column) === "")
    return { tied: null, finding: null, isLost: false };
  const fiscalYear = readFiscalYear(said(shown.fiscalYear));
  if (fiscalYear === null) return untied(shown.fiscalYear);
  const column = oneOf(columnWords, said(shown.column));
  if (column == null) return untied(shown.column);
  const order = said(tie.row).normalize("NFKC");
  const isNumber = /^[1-9]\d{0,6}$/.test(order);
  const finding =
    order === "" || isNumber ? null : findInWorkbook("row_order_unreadable", placeOf(tie.row), { said: order });
  const tied = {
    ...{ id, version: said(tie.version).normalize("NFKC"), order: isNumber ? Number(order) : null, fiscalYear, column },
    ...{ row, cellOf, placeOf, flawOf, isMerged },
  };
  return { tied, finding, isLost: false };
}

/** 2024, as it was written, and 令和6年度, as people write it. */
function readFiscalYear(text: string): number | null {
  const plain = text.normalize("NFKC");
  const read = parseFiscalYear(plain);
  const year = /^\d{4}$/.test(plain) ? Number(plain) : read.ok ? read.value : null;
  return year === null || year < FIRST_YEAR || year > LAST_YEAR ? null : year;
}
