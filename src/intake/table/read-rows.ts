/**
 * Rows of a table to drafts, by a mapping. Nothing is corrected: what cannot be read stays as printed and becomes a
 * finding that names its cell.
 */
import type { SourceTable } from "../../documents/source-text.ts";
import type { Finding } from "../../kernel/finding.ts";
import type { PlacedFinding } from "../document-reading.ts";
import type { RowRecord } from "../draft-record.ts";
import { identityOf } from "../find-original.ts";
import { type ColumnRole, cellName, type SheetMapping } from "./mapping.ts";
import { isNothing, readFieldCell } from "./read-cells.ts";
import { type RowWords, recordOfRow } from "./row-record.ts";
import { type TableFindingCode, tableFinding } from "./table-finding.ts";

export type RowsReading = Readonly<{ drafts: readonly RowRecord[]; findings: readonly PlacedFinding[] }>;

/** Line of the source on which a row stands, where the reader tells. */
export type LineOfRow = (sheet: string, row: number) => number | null;

export function readRows(
  tables: readonly SourceTable[],
  mapping: readonly SheetMapping[],
  lineOfRow: LineOfRow,
): RowsReading {
  const drafts: RowRecord[] = [];
  const findings: PlacedFinding[] = [];
  const seen = new Map<string, RowRecord>();
  for (const sheetMapping of mapping) {
    for (const row of rowsBelowHeader(tables, sheetMapping)) {
      const read = readRow(sheetMapping, row, lineOfRow);
      if (read === undefined) continue;
      const own = [...findingsOfRow(read.record, read.words), ...findDuplicate(read.record, seen)];
      findings.push(...own.map((finding) => ({ finding, draft: drafts.length })));
      drafts.push(read.record);
    }
  }
  return { drafts, findings };
}

type Row = SourceTable["rows"][number];

function rowsBelowHeader(tables: readonly SourceTable[], { sheet, headerRow }: SheetMapping): readonly Row[] {
  return tables.find((table) => table.sheet === sheet)?.rows.filter(({ row }) => row > headerRow) ?? [];
}

const NAMING_ROLES: readonly ColumnRole[] = ["title", "prefecture", "japan", "foreign"];

/** @returns undefined for a row that names nothing, and for the header row printed again. */
function readRow(
  { sheet, columns }: SheetMapping,
  { row, cells }: Row,
  lineOfRow: LineOfRow,
): Readonly<{ record: RowRecord; words: RowWords }> | undefined {
  const words: Partial<Record<ColumnRole, string>> = {};
  const places: Record<string, string> = {};
  let isHeaderAgain = true;
  columns.forEach(({ header, role }, column) => {
    const text = cells[column] ?? "";
    if (role === null || text.trim() === "") return;
    words[role] = text;
    places[role] = sheet === "" ? cellName(column, row) : `${sheet}!${cellName(column, row)}`;
    if (text.trim() !== header) isHeaderAgain = false;
  });
  if (isHeaderAgain || NAMING_ROLES.every((role) => isNothing(words[role] ?? ""))) return undefined;
  return { record: recordOfRow(words, { sheet, row, cells: places, line: lineOfRow(sheet, row) }), words };
}

function findingsOfRow(record: RowRecord, words: RowWords): readonly Finding<TableFindingCode>[] {
  const labels = readFieldCell(words.field ?? "").unknown;
  return [
    ...findMissing(record),
    ...findUnknownCountries(record),
    ...findBadDates(record),
    ...labels.map((label) => tableFinding("field_unknown", record, "field", { label })),
  ];
}

function findMissing(record: RowRecord): readonly Finding<TableFindingCode>[] {
  const { title, japan, foreign } = record;
  return [
    ...(title === "" ? [tableFinding("title_missing", record, "title", {})] : []),
    ...(japan.length === 0 ? [tableFinding("party_missing", record, "japan", { side: "japan" })] : []),
    ...(foreign.length === 0 ? [tableFinding("party_missing", record, "foreign", { side: "foreign" })] : []),
  ];
}

function findUnknownCountries(record: RowRecord): readonly Finding<TableFindingCode>[] {
  const column = record.cells.country === undefined ? "foreign" : "country";
  return record.foreign.flatMap(({ name, country }) =>
    country === null ? [tableFinding("country_unknown", record, column, { name })] : [],
  );
}

function findBadDates(record: RowRecord): readonly Finding<TableFindingCode>[] {
  return record.dates.flatMap(({ asPrinted, date, conflict, role }): Finding<TableFindingCode>[] => {
    const column = role === "renewed" || role === "expires" ? role : "signed";
    if (date === null) return [tableFinding("date_unreadable", record, column, { asPrinted })];
    return conflict === null ? [] : [tableFinding("era_year_conflict", record, column, { asPrinted, ...conflict })];
  });
}

function findDuplicate(record: RowRecord, seen: Map<string, RowRecord>): readonly Finding<TableFindingCode>[] {
  if (record.title === "") return [];
  const key = identityOf(record);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, record);
  if (first === undefined || record.relisted) return [];
  return [tableFinding("row_duplicated", record, "title", { firstSheet: first.sheet, firstRow: first.row })];
}
