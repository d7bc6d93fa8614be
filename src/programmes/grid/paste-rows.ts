/**
 * A block copied in Excel and pasted as text: a header row, a column that names the programme (記録の番号, 番号 or
 * 事業名), and under the headers of the table what its cells are to say. What is not named stays as it is.
 */
import type { RowTexts } from "./cell-rules.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { GridRow } from "./grid-rows.ts";
import { figureHeader, firstFigure, withFigureName } from "./paste-figures.ts";
import { parseTsv } from "./tsv.ts";
import type { TypedRow } from "./typed-rows.ts";

export type PasteProblem = Readonly<{
  code:
    | "paste_without_header"
    | "paste_header_twice"
    | "paste_row_unknown"
    | "paste_row_several"
    | "paste_row_twice"
    | "paste_other_figure"
    | "paste_row_unnamed";
  /** Row of the pasted block, the header being the first. */
  line: number;
  said: string;
}>;

export type PasteReading = Readonly<{
  rows: readonly TypedRow[];
  problems: readonly PasteProblem[];
  /** Headers that no column of the table has. */
  unread: readonly string[];
}>;

export type NamingColumn = "id" | "number" | "title";
/** By header, as `headerKey` writes it. */
export type PasteHeaders = ReadonlyMap<string, GridColumn | NamingColumn>;

/** 予算額（円） and 予算額 are one header. */
export function headerKey(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/\([^)]*\)/gu, "")
    .replace(/\s/gu, "")
    .toLowerCase();
}

export function readPaste(text: string, programmes: readonly GridRow[], headers: PasteHeaders): PasteReading {
  const [head = [], ...body] = parseTsv(text);
  const { columns, figure } = columnsOf(head, headers);
  const known = columns.filter((column) => column !== undefined);
  const twice = known.find((column, index) => known.indexOf(column) < index);
  const refused = (code: PasteProblem["code"], said: string) => ({
    rows: [],
    problems: [{ code, line: 1, said }],
    unread: [],
  });
  const isNamed = known.some(isNaming);
  if (!isNamed || known.every(isNaming)) return refused("paste_without_header", head.join(" ").slice(0, 80));
  if (twice !== undefined) return refused("paste_header_twice", head[columns.lastIndexOf(twice)] ?? "");
  const find = finder(programmes);
  const seen = new Set<string>();
  const problems: PasteProblem[] = [];
  const rows = body.flatMap((cells, index): readonly TypedRow[] => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const cellsOf = (column: GridColumn | NamingColumn) => cells[columns.indexOf(column)];
    const found = find(cellsOf);
    const none = (code: PasteProblem["code"]) => {
      problems.push({ code, line: index + 2, said: nameIn(cellsOf) });
      return [];
    };
    if (typeof found === "string") return none(found);
    const { id, version } = found.programme;
    if (seen.has(id)) return none("paste_row_twice");
    seen.add(id);
    const said = columns.flatMap((column, at): [GridColumn, string][] =>
      column === undefined || isNaming(column) || cells[at] === undefined ? [] : [[column, cleaned(cells[at])]],
    );
    const texts: RowTexts = Object.fromEntries(said);
    if (figure === undefined) return [{ id, version, texts }];
    const recorded = found.cells.figure?.text ?? "";
    const named = withFigureName(texts, figure, recorded);
    if (named.figure === figure && recorded !== "" && recorded !== figure) {
      problems.push({ code: "paste_other_figure", line: index + 2, said: recorded });
      return [];
    }
    return [{ id, version, texts: named }];
  });
  const unread = head.filter((header, index) => columns[index] === undefined && header.trim() !== "");
  return { rows, problems, unread };
}

type NamedColumns = Readonly<{
  columns: readonly (GridColumn | NamingColumn | undefined)[];
  /** The figure that headers name, as 参加者数 in 参加者数（実績）. */
  figure: string | undefined;
}>;

function columnsOf(head: readonly string[], headers: PasteHeaders): NamedColumns {
  const known = head.map((header) => headers.get(headerKey(header)));
  // where the block has columns of the table for its figure, nothing else is read as one
  const isOwn = known.some((column) => column === "figurePlanned" || column === "figureActual");
  const named = head.map((header, at) => (known[at] === undefined && !isOwn ? figureHeader(header) : undefined));
  const figure = firstFigure(named);
  return {
    columns: known.map((column, at) => column ?? (named[at]?.label === figure ? named[at]?.side : undefined)),
    figure,
  };
}

type CellsOf = (column: GridColumn | NamingColumn) => string | undefined;

function isNaming(column: GridColumn | NamingColumn | undefined): column is NamingColumn {
  return column === "id" || column === "number" || column === "title";
}

function nameIn(cellsOf: CellsOf): string {
  return [cellsOf("title"), cellsOf("number"), cellsOf("id")].find((cell) => (cell ?? "").trim() !== "")?.trim() ?? "";
}

/** By the record's own number if it is said, else by title and number together; never by guessing. */
function finder(programmes: readonly GridRow[]) {
  const byId = new Map(programmes.map((row) => [row.programme.id, row]));
  const byTitle = Map.groupBy(programmes, ({ programme }) => key(programme.facts.title));
  const byNumber = Map.groupBy(programmes, ({ programme }) => String(programme.facts.number ?? ""));
  return (cellsOf: CellsOf): GridRow | PasteProblem["code"] => {
    const id = (cellsOf("id") ?? "").normalize("NFKC").trim();
    if (id !== "") return byId.get(id) ?? "paste_row_unknown";
    const title = key(cellsOf("title") ?? "");
    const number = key(cellsOf("number") ?? "");
    if (title === "" && number === "") return "paste_row_unnamed";
    const titled = title === "" ? undefined : (byTitle.get(title) ?? []);
    const numbered = number === "" ? undefined : (byNumber.get(number) ?? []);
    const both = titled === undefined ? numbered : titled.filter((row) => numbered?.includes(row) ?? true);
    const [only, ...more] = both ?? [];
    if (only === undefined) return "paste_row_unknown";
    return more.length > 0 ? "paste_row_several" : only;
  };
}

function key(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

function cleaned(cell: string): string {
  return cell.replace(/[^\P{Cc}\n\t]/gu, "").trim();
}
