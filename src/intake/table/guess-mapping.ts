/**
 * Guesses the header row of a sheet and what its columns mean, by the words that offices write there
 * (header-words.json). Only a guess: a person confirms it before anything is accepted.
 */
import type { SourceTable } from "../../documents/source-text.ts";
import { matchKey } from "../../kernel/name-key.ts";
import headerWords from "./header-words.json" with { type: "json" };
import { type ColumnRole, isColumnRole, type MappedColumn, missingRoles, type SheetMapping } from "./mapping.ts";

const HEADER_ROWS_LOOKED_AT = 20;
const LONGEST_HEADER = 40;

type Word = Readonly<{ key: string; role: ColumnRole }>;

/** Longest first: 取組による成果・課題等 is about outcomes, not 取組. */
const WORDS: readonly Word[] = Object.entries(headerWords)
  .flatMap(([role, words]) => (isColumnRole(role) ? words.map((word) => ({ key: matchKey(word), role })) : []))
  .filter(({ key }) => key !== "")
  .sort((a, b) => b.key.length - a.key.length);
const BY_KEY = new Map(WORDS.map(({ key, role }) => [key, role]));

/** One mapping for each sheet in which a header row was found. */
export function guessMapping(tables: readonly SourceTable[]): readonly SheetMapping[] {
  return tables.flatMap((table) => guessSheet(table) ?? []);
}

function guessSheet({ sheet, rows }: SourceTable): SheetMapping | undefined {
  let best: SheetMapping | undefined;
  let bestScore = 0;
  for (const { row, cells } of rows.slice(0, HEADER_ROWS_LOOKED_AT)) {
    const mapping = mappingWithHeader(sheet, row, cells);
    const score = scoreOf(mapping);
    if (score > bestScore) [best, bestScore] = [mapping, score];
  }
  return best;
}

export function mappingWithHeader(sheet: string, headerRow: number, cells: readonly string[]): SheetMapping {
  const taken = new Set<ColumnRole>();
  const columns = cells.map((cell): MappedColumn => {
    const role = roleOfHeader(cell);
    if (role === null || taken.has(role)) return { header: cell.trim(), role: null };
    taken.add(role);
    return { header: cell.trim(), role };
  });
  return { sheet, headerRow, columns };
}

/** A header row names at least two of title and the two sides. */
function scoreOf(mapping: SheetMapping): number {
  if (missingRoles(mapping).length > 1) return 0;
  return mapping.columns.filter(({ role }) => role !== null).length;
}

function roleOfHeader(text: string): ColumnRole | null {
  const key = text.length > LONGEST_HEADER ? "" : matchKey(text);
  if (key === "") return null;
  const exact = BY_KEY.get(key);
  if (exact !== undefined) return exact;
  const within = WORDS.find((word) => word.key.length > 1 && key.includes(word.key));
  return within?.role ?? null;
}
