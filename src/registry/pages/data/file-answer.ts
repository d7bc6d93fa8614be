/** Answers that are files: a name that every browser understands, and bodies that are never held whole in memory. */
import { stringify } from "csv-stringify/sync";

/** RFC 6266: the Japanese name for browsers of today, an ASCII one for the rest. */
export function attachment(name: string, ascii: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export type CsvRow = readonly (string | number | null)[];

const ROWS_AT_ONCE = 400;

/**
 * UTF-8 with a byte order mark and CR LF, so that Excel opens it as it is. A cell that Excel would take for a formula
 * is quoted with an apostrophe: names come from documents nobody wrote for spreadsheets.
 */
export async function* csvLines(
  header: readonly string[],
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
): AsyncGenerator<string> {
  yield `\uFEFF${lines([header])}`;
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield lines(batch);
    batch = [];
  }
  if (batch.length > 0) yield lines(batch);
}

function lines(rows: readonly CsvRow[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "windows", escape_formulas: true },
  );
}

/** One JSON document with its records written one by one: `{…head, "<name>": [ … ]}`. */
export async function* jsonDocument(
  head: object,
  name: string,
  records: AsyncIterable<object>,
): AsyncGenerator<string> {
  const start = JSON.stringify(head).slice(0, -1);
  yield `${start}${start === "{" ? "" : ","}${JSON.stringify(name)}:[`;
  let isFirst = true;
  for await (const record of records) {
    yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(record)}`;
    isFirst = false;
  }
  yield "\n]}\n";
}

/** Reads ahead only as fast as the reader takes; a reader who goes away ends the source. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
