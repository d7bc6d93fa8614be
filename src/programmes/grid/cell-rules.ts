/**
 * What may stand in a cell of the table of programmes: one set of rules for the browser, while a person types, and for
 * the server, before anything is saved. What is read here is read as in the workbook (template/workbook-cell.ts).
 */
import { readCount, readDate } from "../template/workbook-cell.ts";
import { type CellKind, type GridColumn, NUMBERS } from "./grid-columns.ts";

export type CellProblemCode =
  | "value_missing"
  | "value_unreadable"
  | "status_unknown"
  | "weekday_contradicts"
  | "date_as_number"
  | "item_left_out"
  | "number_negative"
  | "count_not_whole"
  | "text_too_long";

/** Words of one status: the one that is kept, then what is understood for it. */
export type StatusNames = readonly string[];

const TEXT_LIMIT = 50_000;

/** As the workbook would carry it; what cannot be read stays as it was said. */
export function plainCell(kind: CellKind, said: string, statuses: readonly StatusNames[]): string {
  const text = said.replace(/\r\n?/gu, "\n").trim();
  if (kind === "status") return statusOf(text, statuses) ?? text;
  if (!NUMBERS.includes(kind)) return text;
  const value = readCount(text.normalize("NFKC").replace(UNITS[kind] ?? /$^/u, ""));
  return value === undefined ? text : String(value ?? "");
}

/** Written behind a number out of habit; what a figure counts stands in a cell of its own. */
const UNITS: Readonly<Partial<Record<CellKind, RegExp>>> = { people: /[人名]$/u, yen: /円$/u };

/** As the table shows it: 1,500,000. */
export function shownCell(kind: CellKind, said: string, statuses: readonly StatusNames[]): string {
  const plain = plainCell(kind, said, statuses);
  const isNumber = NUMBERS.includes(kind) && /^\d{1,15}(?:\.\d+)?$/u.test(plain);
  return isNumber ? plain.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/gu, ",") : plain;
}

/** The one word that is kept; undefined for what names no status. */
function statusOf(text: string, statuses: readonly StatusNames[]): string | undefined {
  const said = key(text);
  return statuses.find((names) => names.some((name) => key(name) === said))?.[0];
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
    case "number":
    case "yen": {
      const value = readCount(said);
      if (value == null) return "value_unreadable";
      if (value < 0) return "number_negative";
      return kind === "number" || Number.isSafeInteger(value) ? null : "count_not_whole";
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
  const needed = neededIn(said, columns);
  return Object.fromEntries([...problems, ...needed.map((column) => [column, "value_missing"])]);
}

/** A year has a status, a date an event, a number its name, and a name its number. */
function neededIn(said: (column: GridColumn) => string, columns: readonly GridColumn[]): readonly GridColumn[] {
  const reached: GridColumn = columns.includes("figureActual") ? "figureActual" : "figurePlanned";
  const numbers = said("figurePlanned") + said("figureActual");
  const isCounted = columns.includes("figure") && numbers + said("figure") + said("unit") !== "";
  const needed: readonly (readonly [GridColumn, boolean])[] = [
    ["status", said("status") === ""],
    ["event", columns.includes("event") && said("event") === "" && said("date") + said("place") !== ""],
    ["figure", isCounted && said("figure") === ""],
    [reached, isCounted && numbers === ""],
  ];
  return needed.flatMap(([column, isMissing]) => (isMissing ? [column] : []));
}
