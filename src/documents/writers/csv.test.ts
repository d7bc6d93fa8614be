import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../read-source.ts";
import { csvRows, type ExportCell } from "./csv.ts";

type Row = readonly ExportCell[];
const columnsOf = (...headers: string[]) =>
  headers.map((header, index) => ({ header, value: (row: Row) => row[index] }));

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const textOf = async (stream: ReadableStream<Uint8Array>) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(stream));

describe("a CSV export", () => {
  it("has a mark for Excel, CRLF, and quotes where they are needed", async () => {
    const rows: Row[] = [["みどり市, 大連市", '通称"友好"', 3, null]];
    expect(await textOf(csvRows(columnsOf("名称", "備考", "n", "relisted"), rows))).toBe(
      '\u{FEFF}名称,備考,n,relisted\r\n"みどり市, 大連市","通称""友好""",3,\r\n',
    );
    expect(await textOf(csvRows(columnsOf("n"), [[0]], { hasByteOrderMark: false }))).toBe("n\r\n0\r\n");
  });

  it("guards texts that a spreadsheet would run, and leaves numbers alone", async () => {
    const rows: Row[] = [["=1+1"], ["-5"], [-5], ["@x"], ["'=x"], ["\tx"], ["－"], ["'quoted'"], [true]];
    expect((await textOf(csvRows(columnsOf("h"), rows, { hasByteOrderMark: false }))).split("\r\n")).toEqual([
      "h",
      "'=1+1",
      "'-5",
      "-5",
      "'@x",
      "''=x",
      "'\tx",
      "－",
      "'quoted'",
      "true",
      "",
    ]);
  });

  it("read again gives every text back as it was", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("=cmd", "'=cmd", "''-", "+81", "＝cmd", "－", '"', ",", "\r\n", "a\nb", "'", "　"),
    );
    const safe = cell.filter((text) => !/[\p{Cc}\u{FEFF}\u{FFFD}]/u.test(text.replace(/[\r\n\t]/g, "")));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(safe, safe), { maxLength: 20 }), async (rows) => {
        const bytes = await bytesOf(csvRows(columnsOf("甲", "乙"), rows));
        const outcome = await readSource({ name: "a.csv", bytes });
        const [, ...read] = outcome.ok ? (outcome.value.tables[0]?.rows ?? []) : [];
        expect(read.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it("sends its header before the first row is asked for, and stops asking when nobody listens", async () => {
    const asked: number[] = [];
    let isClosed = false;
    async function* rows() {
      try {
        for (let n = 0; ; n += 1) {
          asked.push(n);
          yield [n] as const;
        }
      } finally {
        isClosed = true;
      }
    }
    const reader = csvRows(columnsOf("n"), rows(), { hasByteOrderMark: false }).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("n\r\n");
    await reader.read();
    await reader.cancel();
    expect(isClosed).toBe(true);
    expect(asked.length).toBeLessThan(50_000);
  });

  it("passes on what goes wrong while rows are read", async () => {
    async function* rows(): AsyncGenerator<Row> {
      yield ["甲"];
      throw new Error("connection lost");
    }
    await expect(textOf(csvRows(columnsOf("h"), rows()))).rejects.toThrow("connection lost");
  });
});
