/** Rows of a source as the layout walks them: one cell for a line of text, several for a row of a table. */
import type { SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";

export type Row = Readonly<{ cells: readonly string[]; at: Place; sheet: string | null }>;

/** Spreadsheets give their cells; elsewhere a tab parts the cells of a row. Page numbers are left out. */
export function rowsOf({ format, lines, tables }: SourceText): readonly Row[] {
  if (tables.length > 0) return rowsOfTables({ lines, tables });
  return lines.flatMap(({ line, text, page, cells }, index): readonly Row[] => {
    if (isPageNumber(text, page, lines[index - 1]?.page, lines[index + 1]?.page)) return [];
    const at = page === undefined ? { line } : { line, page };
    if (format === "md") return rowOfMarkdown(text, at);
    return [{ cells: cells ?? text.split("\t"), at, sheet: null }];
  });
}

/** | 事業名 | １　香港との交流 |, ## （１）国際課; the line of dashes below a header says nothing. */
function rowOfMarkdown(text: string, at: Place): readonly Row[] {
  const inner = /^\s*\|(.*)\|\s*$/u.exec(text)?.[1];
  if (inner === undefined) return [{ cells: [text.replace(/^#{1,6}\s+/u, "")], at, sheet: null }];
  const cells = inner.split("|").map((cell) => cell.trim().replace(/<br\s*\/?>/giu, "\n"));
  return cells.every((cell) => /^:?-+:?$/u.test(cell)) ? [] : [{ cells, at, sheet: null }];
}

/** Readers give one line for each row of a table, in the same order. */
function rowsOfTables({ lines, tables }: Pick<SourceText, "lines" | "tables">): readonly Row[] {
  const rows = tables.flatMap(({ sheet, rows: own }) => own.map((row) => ({ sheet, ...row })));
  const isAligned = rows.length === lines.length;
  return rows.map(({ sheet, row, cells }, index) => {
    const line = isAligned ? lines[index]?.line : undefined;
    const cell = { cell: `A${row}`, ...(sheet === "" ? {} : { sheet }) };
    return { cells, at: line === undefined ? cell : { line, ...cell }, sheet };
  });
}

/** 「- 3 -」 anywhere, a number alone only where a page begins or ends. */
function isPageNumber(text: string, page?: number, before?: number, after?: number): boolean {
  const plain = text.normalize("NFKC").trim();
  if (/^[-–—―−] *\d{1,4} *[-–—―−]$/u.test(plain)) return true;
  return page !== undefined && /^\d{1,4}$/u.test(plain) && (before !== page || after !== page);
}
