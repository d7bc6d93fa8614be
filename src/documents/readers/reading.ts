/**
 * Reading: what a reader of one format takes out of the bytes, before name and checksum make it a SourceText.
 */
import type { Finding } from "../../kernel/finding.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { ContentUnit, ReadLimits, ReadProblem } from "../read-problem.ts";
import type { FileFormat, SourceLine, SourceTable } from "../source-text.ts";

export type Reading = Readonly<{
  lines: readonly SourceLine[];
  tables: readonly SourceTable[];
  findings: readonly Finding[];
}>;

export type ReadingOutcome = Outcome<Reading, ReadProblem>;

/** Counts what comes out of a file. A small file can name one long text a million times, so bytes do not tell. */
export type ContentBudget = Readonly<{
  /** The first limit that is passed, or null as long as all is well. */
  spend: (unit: ContentUnit, amount: number) => ReadProblem | null;
}>;

export function contentBudget({ maxLines, maxCells, maxCharacters }: ReadLimits): ContentBudget {
  const left = { lines: maxLines, cells: maxCells, characters: maxCharacters };
  const limits = { ...left };
  return {
    spend: (unit, amount) => {
      left[unit] -= amount;
      return left[unit] < 0 ? { code: "too_much_content", unit, limit: limits[unit] } : null;
    },
  };
}

/** Runs a parser on a file that may be damaged; whatever it throws about the file is a refusal, not a fault. */
export async function attemptParsing<T>(
  format: FileFormat,
  parse: () => T | Promise<T>,
): Promise<Outcome<T, ReadProblem>> {
  try {
    return succeed(await parse());
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return refuse({ code: "damaged_file", format, detail: detail.slice(0, 300) });
  }
}

/** Cells of one row as one line: a line break or tab inside a cell must not look like a new row or cell. */
export function joinCells(cells: readonly string[]): string {
  return cells.map((cell) => (/[\t\r\n]/.test(cell) ? cell.replace(/\s*[\t\r\n]\s*/g, " ") : cell)).join("\t");
}
