/**
 * CSV for exports (RFC 4180: comma, CRLF, quotes doubled), written row by row as rows arrive from the database.
 *
 * With a byte order mark by default: without it Excel takes UTF-8 for Shift_JIS and shows garbage. Texts that a
 * spreadsheet would run as a formula are guarded; numbers stay numbers, negative ones too.
 */
import { type ExportCell, type ExportColumn, guardFormula } from "./export-cell.ts";
import { textStream } from "./text-stream.ts";

export type { ExportCell, ExportColumn } from "./export-cell.ts";

export type CsvOptions = Readonly<{ hasByteOrderMark?: boolean }>;

const BYTE_ORDER_MARK = "\u{FEFF}";

/** Rows are gathered up to about this many characters, so that a large export is not sent in tiny pieces. */
const CHUNK_CHARACTERS = 32_768;

/** The header comes at once, before the first row is asked for. Cancelling the stream ends the iteration of `rows`. */
export function csvRows<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { hasByteOrderMark = true }: CsvOptions = {},
): ReadableStream<Uint8Array> {
  return textStream(csvChunks(columns, rows, hasByteOrderMark));
}

/** A table small enough to be one text. */
export function csvText<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  { hasByteOrderMark = true }: CsvOptions = {},
): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return (hasByteOrderMark ? BYTE_ORDER_MARK : "") + lines.map(csvLine).join("");
}

function csvLine(cells: readonly ExportCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

async function* csvChunks<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  hasByteOrderMark: boolean,
): AsyncGenerator<string, undefined> {
  yield (hasByteOrderMark ? BYTE_ORDER_MARK : "") + csvLine(columns.map(({ header }) => header));
  let chunk = "";
  for await (const row of rows) {
    chunk += csvLine(columns.map(({ value }) => value(row)));
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function csvCell(cell: ExportCell): string {
  if (cell === null || cell === undefined) return "";
  const text = typeof cell === "string" ? guardFormula(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
