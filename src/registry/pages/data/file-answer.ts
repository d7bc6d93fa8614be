/** Answers that are files: a name that every browser understands, and bodies that are never held whole in memory. */
import type { ExportColumn } from "../../../documents/writers/csv.ts";

/** RFC 6266: the Japanese name for browsers of today, an ASCII one for the rest. */
export function attachment(name: string, ascii: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export type CsvRow = readonly (string | number | null)[];

/** Columns of rows that are lists of cells. */
export function csvColumns(header: readonly string[]): readonly ExportColumn<CsvRow>[] {
  return header.map((name, at) => ({ header: name, value: (row) => row[at] }));
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
