/**
 * 昨年度実績, 今年度計画: keys that name no year take it from the report's title (令和５年度実績と令和６年度計画), above the first box.
 *
 * Where the title names no year they stay as they are, and are said to be unread.
 */
import { type FiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import { readKey } from "./keys.ts";
import type { Row } from "./rows.ts";

const YEAR = /(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元)年度|\d{4}年度/gu;
const RELATIVE =
  /^(?<before>\s*[【［[]?\s*)(?<which>昨|前|今|本|当|次|来|翌)\s*年\s*度(?<behind>\s*(?:の\s*)?(?:事\s*業\s*)?(?:実\s*績|計\s*画|予\s*定|実\s*施).*)$/su;
const AWAY: Readonly<Record<string, number>> = { 昨: -1, 前: -1, 次: 1, 来: 1, 翌: 1 };

/** Rows with the year written out, and those in which it could not be told. */
export function withYears(rows: readonly Row[]): Readonly<{ rows: readonly Row[]; unknown: readonly Row[] }> {
  const isRelative = (row: Row) => row.cells.some((cell) => RELATIVE.test(cell));
  if (!rows.some(isRelative)) return { rows, unknown: [] };
  const current = currentYear(rows);
  if (current === null) return { rows, unknown: rows.filter(isRelative) };
  const write = (cell: string) => {
    const groups = RELATIVE.exec(cell)?.groups;
    if (groups === undefined) return cell;
    return `${groups.before}${current + (AWAY[groups.which ?? ""] ?? 0)}年度${groups.behind}`;
  };
  return { rows: rows.map((row) => ({ ...row, cells: row.cells.map(write) })), unknown: [] };
}

/** The year the report is about: the later of two that follow each other, or the only one. */
function currentYear(rows: readonly Row[]): FiscalYear | null {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => readKey(cell)?.key.kind === "title"));
  const title = rows.slice(0, Math.max(first, 0)).flatMap(({ cells }) => cells);
  const years = title.flatMap((cell) =>
    (readPrinted(cell).plain.replaceAll(" ", "").match(YEAR) ?? []).flatMap((year) => {
      const read = parseFiscalYear(year);
      return read.ok ? [read.value] : [];
    }),
  );
  const distinct = [...new Set(years)].sort((a, b) => a - b);
  const [earlier, later] = distinct;
  if (distinct.length === 1) return earlier ?? null;
  return distinct.length === 2 && later === (earlier ?? 0) + 1 ? (later ?? null) : null;
}
