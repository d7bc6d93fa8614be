import * as fc from "fast-check";
import { expect, it } from "vitest";
import { processorMs } from "../../../test/support/processor-time.ts";
import { parseTsv, printTsv } from "./tsv.ts";

it("reads what Excel puts on the clipboard: CRLF, quoted cells with line breaks, quotes inside", () => {
  const clipboard = '番号\t状況\t本文\r\n１\t中止\t"台風の\nため"\r\n2\t実施\t「""」と 5" の管\r\n';
  expect(parseTsv(clipboard)).toEqual([
    ["番号", "状況", "本文"],
    ["１", "中止", "台風の\nため"],
    ["2", "実施", '「""」と 5" の管'],
  ]);
});

it("reads doubled quotes in a quoted cell, and a line break of CRLF inside it as one", () => {
  expect(parseTsv('"「国際""交流""」\r\n会議"\tx')).toEqual([['「国際"交流"」\n会議', "x"]]);
});

it("takes a quote that is never closed for a quote", () => {
  expect(parseTsv('"5 inch\tb\r\nc\td')).toEqual([
    ['"5 inch', "b"],
    ["c", "d"],
  ]);
});

it("keeps empty cells and rows, and takes no row from the last line end", () => {
  expect(parseTsv("a\t\r\n\r\n\tb\r\n")).toEqual([["a", ""], [""], ["", "b"]]);
  expect(parseTsv("")).toEqual([]);
  expect(parseTsv("\uFEFFa")).toEqual([["a"]]);
});

it("guards what would run as a formula, and takes the guard off again", () => {
  expect(printTsv([["=1+1", "－"]])).toBe("'=1+1\t－\r\n");
  expect(parseTsv("'=1+1\t－\r\n")).toEqual([["=1+1", "－"]]);
});

const cell = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[\t\n"'=＝+\-a事]{0,6}$/u),
  fc.constantFrom("", '"', '""', "=A1", "'=A1", "1,500", "令和6年\n11月22日"),
);

it("reads back exactly what it printed", () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      const plain = rows.map((cells) => cells.map((text) => text.replace(/\r\n?/gu, "\n")));
      expect(parseTsv(printTsv(plain))).toEqual(plain);
    }),
  );
});

it("reads a long open quote without losing time", async () => {
  const text = '"a\t'.repeat(50_000);
  expect(await processorMs(() => parseTsv(text))).toBeLessThan(2_000);
});
