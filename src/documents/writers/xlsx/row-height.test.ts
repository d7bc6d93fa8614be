import { describe, expect, it } from "vitest";
import { linesOf, withoutFixedHeights } from "./row-height.ts";

describe("the lines of a cell", () => {
  it.each([
    ["", 24, 1],
    ["昭和54年度", 24, 1],
    ["甲".repeat(10), 24, 1],
    ["甲".repeat(12), 24, 2], // Excel shows eleven in 24 characters of Calibri
    ["甲".repeat(41), 90, 1],
    ["甲".repeat(43), 90, 2], // and forty-two in 90
    ["x".repeat(20), 24, 1],
    ["甲\n乙\n\n丙", 24, 4],
    ["甲", 1, 1],
  ])("of %s in %d characters are %d", (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});

it("only rows lose the mark of a height set by hand", () => {
  const row = '<row r="7" ht="32" customHeight="1" spans="1:2">';
  const format = '<sheetFormatPr defaultRowHeight="15" customHeight="1"/>';
  expect(withoutFixedHeights("xl/worksheets/sheet1.xml", format + row)).toBe(
    `${format}<row r="7" ht="32" spans="1:2">`,
  );
  expect(withoutFixedHeights("xl/sharedStrings.xml", row)).toBe(row);
});
