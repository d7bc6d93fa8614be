/**
 * The printed cross tables of the introduction: 分野別 (by-field) and 国・地域別 (by-country).
 *
 * Columns are positional (①–⑨ and 合計), an empty cell keeps its place and is left out of the reading; 「1(0)」 is one
 * listing of which none is relisted. A row whose cells cannot be told apart is reported, not guessed.
 */
import { findCountry } from "../../kernel/country.ts";
import type { Tally } from "../../kernel/tally.ts";
import {
  COLUMNS,
  type Column,
  FIELDS,
  type PrintedRow,
  type PrintedTable,
  type TableId,
} from "../../registry/index.ts";
import { isBlank } from "./clean-text.ts";
import { isShortLabel } from "./field-labels.ts";
import { hasSplitDigits } from "./headings.ts";
import type { BareLine } from "./segments.ts";

export type TableNotice =
  | Readonly<{ code: "number_damaged"; line: number; asPrinted: string; read: string }>
  | Readonly<{ code: "label_differs"; line: number; field: (typeof FIELDS)[number]; label: string }>
  | Readonly<{ code: "unreadable"; line: number; text: string }>;

export type TablesReading = Readonly<{ tables: readonly PrintedTable[]; notices: readonly TableNotice[] }>;

const ROW_LABEL = /^(?:1\s*対\s*1|複数|合\s*計$|計$|その他$)/u;
const TALLY = /^(\d+)(?:\((\d+)\))?$/u;
const EMPTY = /^[-‐–—―ー－]*$/u;

export function readPrintedTables(front: readonly BareLine[]): TablesReading {
  const rows: Record<TableId, PrintedRow[]> = { "by-field": [], "by-country": [] };
  const notices: TableNotice[] = [];
  let current: TableId = "by-field";
  for (const { bare, line } of front) {
    if (isBlank(bare)) continue;
    const head = readHead(bare);
    if (head !== null) {
      current = head.hasCountries ? "by-country" : head.hasTotal ? "by-field" : current;
      for (const { field, label } of head.labels) {
        if (!isShortLabel(field, label)) notices.push({ code: "label_differs", line, field, label });
      }
      continue;
    }
    const cells = readCells(bare);
    const label = cells === null ? null : placeLabel(cells);
    if (cells === null || label === null) continue;
    current = label.rank !== null ? "by-country" : /対|複数/u.test(label.label) ? "by-field" : current;
    readRow(current, label, cells, line, rows[current], notices);
  }
  const ids: readonly TableId[] = ["by-field", "by-country"];
  return { tables: ids.filter((id) => rows[id].length > 0).map((id) => ({ id, rows: rows[id] })), notices };
}

type Label = Readonly<{ rank: number | null; label: string; at: number }>;

function readRow(
  table: TableId,
  label: Label,
  cells: readonly string[],
  line: number,
  rows: PrintedRow[],
  notices: TableNotice[],
): void {
  const values = cells.slice(label.at + 1);
  while (values.length > COLUMNS.length && values.at(-1) === "") values.pop();
  if (values.length !== COLUMNS.length) {
    notices.push({ code: "unreadable", line, text: label.label });
    return;
  }
  const tallies: Partial<Record<Column, Tally>> = {};
  COLUMNS.forEach((column, at) => {
    const printed = values[at] ?? "";
    const plain = printed.normalize("NFKC").replace(/\s+/gu, "");
    if (plain === "" || EMPTY.test(plain)) return;
    const tally = TALLY.exec(plain);
    if (tally === null) {
      notices.push({ code: "unreadable", line, text: `${label.label} ${column} ${printed}` });
      return;
    }
    if (hasSplitDigits(printed)) notices.push({ code: "number_damaged", line, asPrinted: printed, read: plain });
    tallies[column] = { n: Number(tally[1]), relisted: Number(tally[2] ?? 0) };
  });
  rows.push({ ...describe(table, label), cells: tallies, line });
}

function describe(table: TableId, { label, rank }: Label): Omit<PrintedRow, "cells" | "line"> {
  const isTotal = /^合?\s*計$/u.test(label);
  if (table === "by-field") return { label, kind: isTotal ? "total" : "row" };
  if (isTotal) return { label, kind: "total" };
  if (/^その他$/u.test(label)) return { label, kind: "other" };
  const country = findCountry(label)?.code;
  return { label, kind: "row", ...(country === undefined ? {} : { country }), ...(rank === null ? {} : { rank }) };
}

/** Cells of a row; tabs keep empty cells in place, spaces cannot. */
function readCells(bare: string): readonly string[] | null {
  if (bare.includes("\t")) return bare.split("\t").map((cell) => cell.trim());
  const words = bare.trim().split(/\s+/u);
  return words.length > COLUMNS.length / 2 ? words : null;
}

/** The label of a row: behind the rank, or first; null when the line is no row of these tables. */
function placeLabel(cells: readonly string[]): Label | null {
  const at = cells.findIndex((cell) => cell !== "" && !isTally(cell));
  const label = cells[at]?.trim() ?? "";
  const values = cells.slice(at + 1);
  if (label === "" || at > 1 || values.length < 4 || !values.some(isTally) || !values.every(isTallyOrEmpty))
    return null;
  const rank =
    at === 1 && /^[\d０-９\s]+$/u.test(cells[0] ?? "") && cells[0] !== "" ? Number(plainDigits(cells[0] ?? "")) : null;
  if (rank === null && !ROW_LABEL.test(label.normalize("NFKC")) && findCountry(label) === undefined) return null;
  return { rank, label, at };
}

function isTally(cell: string): boolean {
  return TALLY.test(cell.normalize("NFKC").replace(/\s+/gu, ""));
}

function isTallyOrEmpty(cell: string): boolean {
  const plain = cell.normalize("NFKC").replace(/\s+/gu, "");
  return plain === "" || EMPTY.test(plain) || /^[\d()]/u.test(plain);
}

function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

type Head = Readonly<{
  labels: readonly Readonly<{ field: (typeof FIELDS)[number]; label: string }>[];
  hasCountries: boolean;
  hasTotal: boolean;
}>;

/** A row of column heads has circled numbers in several cells; 経済 spans ⑤–⑦, which stand in a second row. */
function readHead(bare: string): Head | null {
  const cells = bare.split(bare.includes("\t") ? /\t/u : /\s+/u).map((cell) => cell.trim());
  const labels = cells.flatMap((cell) => {
    const field = FIELDS.find((mark) => cell.startsWith(mark));
    return field === undefined || cell.length > 12 ? [] : [{ field, label: cell.slice(field.length).trim() }];
  });
  if (labels.length < 3) return null;
  return {
    labels: labels.filter(({ label }) => label !== ""),
    hasCountries: cells.some((cell) => /国|地域/u.test(cell)),
    hasTotal: cells.some((cell) => /合\s*計/u.test(cell)),
  };
}
