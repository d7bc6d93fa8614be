import { expect, test } from "vitest";
import { matchRows } from "./match-rows.ts";

type Row = Readonly<{ order: number | null; text: string }>;
const KNOWN = ["甲", "乙", "丙"];
const likeness = (row: Row, index: number) => (row.text === KNOWN[index] ? 1 : 0);

function matched(rows: readonly Row[]) {
  const { rows: found, gone } = matchRows(rows, KNOWN.length, likeness);
  return { rows: found.map(({ row, known }) => [row.text, known]), gone };
}

test("rows name the rows of the record they were; a row without a number is new, in its place", () => {
  const rows = [
    { order: 1, text: "甲" },
    { order: null, text: "新" },
    { order: 2, text: "乙" },
    { order: 3, text: "丙" },
  ];
  expect(matched(rows)).toEqual({
    rows: [
      ["甲", 0],
      ["新", null],
      ["乙", 1],
      ["丙", 2],
    ],
    gone: [],
  });
});

test("of copies of a row the one that says the same is the old one, wherever it stands", () => {
  const rows = [
    { order: 1, text: "甲の次" },
    { order: 1, text: "甲" },
    { order: 3, text: "丙" },
  ];
  expect(matched(rows)).toEqual({
    rows: [
      ["甲の次", null],
      ["甲", 0],
      ["丙", 2],
    ],
    gone: [1],
  });
});

test("sorting the sheet does not sort the record; new rows come last then", () => {
  const rows = [
    { order: 3, text: "丙" },
    { order: 9, text: "新" },
    { order: 1, text: "甲" },
    { order: 2, text: "乙" },
  ];
  expect(matched(rows).rows).toEqual([
    ["甲", 0],
    ["乙", 1],
    ["丙", 2],
    ["新", null],
  ]);
});
