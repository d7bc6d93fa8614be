/**
 * CSV and tab- or semicolon-separated text: one table and the same rows as lines.
 *
 * `row` counts records as Excel would show them; a line's number is where the record begins in the file, since a
 * quoted cell may run over several physical lines. Rows keep their own length; headers are never used as keys.
 * The apostrophe by which exports keep a text from becoming a formula is taken off: a file of ours comes back as it was.
 */
import { CsvError, parse } from "csv-parse/sync";
import type { Finding } from "../../kernel/finding.ts";
import { refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits } from "../read-problem.ts";
import type { SourceLine } from "../source-text.ts";
import { readCsvCell } from "../writers/export-cell.ts";
import { decodeText } from "./decode-text.ts";
import { notice } from "./notice.ts";
import { contentBudget, joinCells, type ReadingOutcome } from "./reading.ts";

const DELIMITERS = [",", "\t", ";"] as const;
type Delimiter = (typeof DELIMITERS)[number];
type CsvRecord = Readonly<{ line: number; lastLine: number; cells: readonly string[] }>;

export function readCsv(bytes: Uint8Array, limits: ReadLimits): ReadingOutcome {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, findings } = decoded.value;
  if (text.trim() === "") return refuse({ code: "empty_file" });
  const parsed = parseRecords(text, detectDelimiter(text));
  const budget = contentBudget(limits);
  const cellCount = parsed.records.reduce((sum, { cells }) => sum + cells.length, 0);
  const problem = budget.spend("lines", parsed.records.length) ?? budget.spend("cells", cellCount);
  if (problem !== null) return refuse(problem);
  return succeed({
    lines: parsed.records.map(({ line, cells }): SourceLine => ({ line, text: joinCells(cells) })),
    tables: [{ sheet: "", rows: parsed.records.map(({ cells }, index) => ({ row: index + 1, cells })) }],
    findings: [...findings, ...parsed.findings],
  });
}

/** The delimiter that stands most often outside quotes in the first lines; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

function parseRecords(text: string, delimiter: Delimiter): { records: CsvRecord[]; findings: Finding[] } {
  const records: CsvRecord[] = [];
  try {
    parseInto(records, text, delimiter, '"');
    return { records, findings: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // An open quote would swallow the rest of the file as one cell: better every line as it stands, and a warning.
    const line = (records.at(-1)?.lastLine ?? 0) + 1;
    const unquoted: CsvRecord[] = [];
    parseInto(unquoted, text, delimiter, false);
    return { records: unquoted, findings: [notice("quote_not_closed", { line }, { quote: '"' })] };
  }
}

function parseInto(records: CsvRecord[], text: string, delimiter: Delimiter, quote: '"' | false): void {
  parse(text, {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    on_record: (cells: string[]) => {
      const line = (records.at(-1)?.lastLine ?? 0) + 1;
      records.push({ line, lastLine: line + countBreaks(cells), cells: cells.map(readCsvCell) });
      return null;
    },
  });
}

/** The parser's own line count takes CRLF inside a cell for two line ends. */
function countBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
