/**
 * What may stand in a cell of the table of programmes: one set of rules for the browser, while a person types, and for
 * the server, before anything is saved. What is read here is read as in the workbook (template/workbook-cell.ts).
 */
import { readCount, readDate } from "../template/workbook-cell.ts";
import type { CellKind, GridColumn } from "./grid-columns.ts";

export type CellProblemCode =
  | "value_missing"
  | "value_unreadable"
  | "status_unknown"
  | "weekday_contradicts"
  | "date_as_number"
  | "number_negative"
  | "count_not_whole"
  | "text_too_long";

/** Words of one status: the one that is kept, then what is understood for it. */
export type StatusNames = readonly string[];

const TEXT_LIMIT = 50_000;

/** As the workbook would carry it; what cannot be read stays as it was said. */
export function plainCell(kind: CellKind, said: string, statuses: readonly StatusNames[]): string {
  const text = said.replace(/\r\n?/gu, "\n").trim();
  if (kind === "status") return statuses.find((names) => names.some((name) => key(name) === key(text)))?.[0] ?? text;
  if (kind !== "people" && kind !== "yen") return text;
  const value = readCount(text.normalize("NFKC").replace(kind === "people" ? /[人名]$/u : /円$/u, ""));
  return value === undefined ? text : String(value ?? "");
}

/** As the table shows it: 1,500,000. */
export function shownCell(kind: CellKind, said: string, statuses: readonly StatusNames[]): string {
  const plain = plainCell(kind, said, statuses);
  const isNumber = (kind === "yen" || kind === "people") && /^\d{1,15}$/u.test(plain);
  return isNumber ? plain.replace(/\B(?=(?:\d{3})+$)/gu, ",") : plain;
}

/** 計画(実績を含む) and 計画（実績を含む） are one word. */
function key(word: string): string {
  return word.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** @param said plain, and not empty. */
export function checkCell(
  kind: CellKind,
  said: string,
  fiscalYear: number,
  statuses: readonly StatusNames[],
): CellProblemCode | null {
  if (said.length > TEXT_LIMIT) return "text_too_long";
  switch (kind) {
    case "status":
      return statuses.some(([word]) => word === said) ? null : "status_unknown";
    case "date": {
      const read = readDate(said, fiscalYear);
      return "problem" in read ? read.problem.code : null;
    }
    case "people":
    case "yen": {
      const value = readCount(said);
      if (value == null) return "value_unreadable";
      if (value < 0) return "number_negative";
      return Number.isSafeInteger(value) ? null : "count_not_whole";
    }
    default:
      return null;
  }
}

export type RowTexts = Readonly<Partial<Record<GridColumn, string>>>;

export type RowToCheck = Readonly<{
  /** As they would be saved, plain. */
  texts: RowTexts;
  /** As they are saved, plain; a cell that says what is saved is not judged. */
  saved: RowTexts;
  fiscalYear: number;
}>;

/** What keeps a row from being saved, by column. A row in which nothing differs has no problem. */
export function checkRow(
  { texts, saved, fiscalYear }: RowToCheck,
  kinds: Readonly<Partial<Record<GridColumn, CellKind>>>,
  statuses: readonly StatusNames[],
): Readonly<Partial<Record<GridColumn, CellProblemCode>>> {
  // keys of the table given
  const columns = Object.keys(kinds) as GridColumn[];
  const said = (column: GridColumn) => texts[column] ?? "";
  const changed = columns.filter((column) => said(column) !== (saved[column] ?? ""));
  if (changed.length === 0) return {};
  const problems = changed.flatMap((column): [GridColumn, CellProblemCode][] => {
    const kind = kinds[column];
    const problem =
      kind === undefined || said(column) === "" ? null : checkCell(kind, said(column), fiscalYear, statuses);
    return problem === null ? [] : [[column, problem]];
  });
  const needed = [
    ...(said("status") === "" ? ["status" as const] : []),
    ...("event" in kinds && said("event") === "" && said("date") + said("place") !== "" ? ["event" as const] : []),
  ];
  return Object.fromEntries([...problems, ...needed.map((column) => [column, "value_missing"])]);
}
