/**
 * A list of programmes: one row a programme under a header row, with money and people by fiscal year.
 *
 * Budget (予算) is a plan, settled amount (決算) a result. Sums that the list prints are added up again; a column nobody
 * knows is kept as a note, and said.
 */
import type { SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { ProgrammeRecord } from "../programme.ts";
import { isTitleBlock } from "./body-of-report.ts";
import { find, type ReportFinding } from "./findings.ts";
import { isHeading } from "./headings.ts";
import { factorIn, fiscalYearIn, type ListColumn, readHeader } from "./list-header.ts";
import { isTotalRow, readListRow } from "./list-row.ts";
import { type Row, rowsOf } from "./rows.ts";

export type ListReading = Readonly<{
  records: readonly ProgrammeRecord[];
  findings: readonly ReportFinding[];
  /** Header rows found; none means that the document holds no list. */
  headers: number;
}>;

type Header = Readonly<{ columns: readonly ListColumn[]; fiscalYear: FiscalYear | null; sheet: string; at: Place }>;
type Numbers = Map<number, number>;

export function readLists(source: SourceText): ListReading {
  const records: ProgrammeRecord[] = [];
  const findings: ReportFinding[] = [];
  let header: Header | null = null;
  let headers = 0;
  let sums: Numbers = new Map();
  const rows = rowsOf(source);
  rows.forEach((row, index) => {
    const own = readHeader(row, factorIn(textAbove(rows, index)));
    if (own !== null) {
      header = {
        columns: own,
        fiscalYear: yearAbove(rows, index, row, source.name),
        sheet: row.sheet ?? "",
        at: row.at,
      };
      headers += 1;
      sums = new Map();
      findings.push(...findInHeader(header, rows.slice(index + 1)));
      return;
    }
    if (row.cells.every((cell) => cell.trim() === "")) return;
    if (header === null || header.sheet !== (row.sheet ?? "")) {
      findings.push(...outsideOfList(row));
      return;
    }
    if (isTotalRow(row, header.columns)) {
      findings.push(...compareTotals(row, header.columns, sums));
      return;
    }
    const read = readListRow(row, header.columns, header.fiscalYear);
    if (read.record !== null) records.push(read.record);
    findings.push(...read.findings);
    for (const [column, value] of read.amounts) sums.set(column, (sums.get(column) ?? 0) + value);
  });
  return { records, findings, headers };
}

const UNIT_LINE = /^[（(]?単位[：:]?\s*\S{1,4}[）)]?$/u;

/** Above the first header of a sheet only its title and the unit may stand. */
function outsideOfList({ cells, at }: Row): readonly ReportFinding[] {
  const lost = cells.map((cell) => cell.trim()).filter((cell) => cell !== "" && !isOfTitle(cell));
  return lost.length === 0 ? [] : [find("line_unread", at, { text: lost.join(" ") })];
}

function isOfTitle(cell: string): boolean {
  const withoutUnit = cell.replace(/[（(]単位[^（）()]*[）)]$/u, "").trim();
  return UNIT_LINE.test(cell) || isHeading(withoutUnit, []) || isTitleBlock(withoutUnit) || fiscalYearIn(cell) !== null;
}

/** How sure it is that the document is such a list: it needs money or people beside the titles. */
export function recogniseLists(source: SourceText): number {
  const headers = rowsOf(source).flatMap((row) => readHeader(row, 1) ?? []);
  const says = (...roles: readonly string[]) => headers.some(({ role }) => roles.includes(role));
  if (!says("title")) return 0;
  return says("yearText", "planned", "settled") ? 0.95 : 0.5;
}

const LINES_ABOVE = 6;

function above(rows: readonly Row[], index: number): readonly string[] {
  const sheet = rows[index]?.sheet ?? null;
  return rows
    .slice(Math.max(0, index - LINES_ABOVE), index)
    .filter((row) => row.sheet === sheet)
    .map(({ cells }) => cells.join(" "));
}

function textAbove(rows: readonly Row[], index: number): string {
  return above(rows, index).join("\n");
}

/** The nearest line above that names a fiscal year, else the sheet's name, else the file's. */
function yearAbove(rows: readonly Row[], index: number, { sheet }: Row, name: string): FiscalYear | null {
  const texts = [...above(rows, index).toReversed(), sheet ?? "", name];
  return texts.map(fiscalYearIn).find((year) => year !== null) ?? null;
}

function findInHeader({ columns, fiscalYear, sheet, at }: Header, below: readonly Row[]): readonly ReportFinding[] {
  const rowsWith = ({ index }: ListColumn) => below.filter(({ cells }) => (cells[index] ?? "").trim() !== "").length;
  const unknown = columns.filter((column) => column.role === "unknown" && column.header !== "" && rowsWith(column) > 0);
  const isDated = columns.some((column) => column.role === "fiscalYear" || column.fiscalYear !== null);
  return [
    ...unknown.map((column) => find("column_unknown", at, { header: column.header, rows: rowsWith(column) })),
    ...(fiscalYear === null && !isDated ? [find("fiscal_year_unknown", at, { sheet })] : []),
  ];
}

function compareTotals(row: Row, columns: readonly ListColumn[], sums: Numbers): readonly ReportFinding[] {
  const { amounts } = readListRow(row, columns, null);
  return [...amounts].flatMap(([column, printed]) => {
    const sum = sums.get(column) ?? 0;
    const header = columns[column]?.header ?? "";
    return sum === printed ? [] : [find("total_differs", row.at, { header, printed, sum })];
  });
}
