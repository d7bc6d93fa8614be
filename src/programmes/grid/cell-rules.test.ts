import { describe, expect, it } from "vitest";
import { checkCell, checkRow, plainCell, shownCell } from "./cell-rules.ts";
import { CELL_KINDS, gridColumnsOf } from "./grid-columns.ts";

const STATUSES = [
  ["実施", "Held"],
  ["計画（実績を含む）", "Plan with results"],
  ["中止", "Cancelled"],
];
const check = (column: keyof typeof CELL_KINDS, said: string) =>
  checkCell(CELL_KINDS[column], plainCell(CELL_KINDS[column], said, STATUSES), 2024, STATUSES);

describe("a cell", () => {
  it.each([
    ["sent", "１２", "12"],
    ["sent", "12名", "12"],
    ["planned", "1,500,000円", "1500000"],
    ["planned", "１，５００", "1500"],
    ["settled", "△5", "-5"],
    ["status", " Held ", "実施"],
    ["status", "計画(実績を含む)", "計画（実績を含む）"],
    ["text", " 会議を\r\n開いた ", "会議を\n開いた"],
    ["sent", "十二", "十二"],
  ] as const)("says of %s 「%s」 the same as 「%s」", (column, said, plain) => {
    expect(plainCell(CELL_KINDS[column], said, STATUSES)).toBe(plain);
  });

  it.each([
    ["status", "やった", "status_unknown"],
    ["date", "そのうち", "value_unreadable"],
    ["date", "令和6年11月22日（月）", "weekday_contradicts"],
    ["date", "11月22日（金）", null],
    ["date", "7月", null],
    ["date", "45618", "date_as_number"],
    ["sent", "-2", "number_negative"],
    ["sent", "2.5", "count_not_whole"],
    ["planned", "1,500千円", "value_unreadable"],
    ["planned", "９９９", null],
    ["text", "あ".repeat(50_001), "text_too_long"],
  ] as const)("judges %s 「%s」 as %s", (column, said, problem) => {
    expect(check(column, said)).toBe(problem);
  });
});

it("is shown with its figures in groups", () => {
  const shown = (kind: "yen" | "people" | "text", said: string) => shownCell(kind, said, STATUSES);
  expect([shown("yen", "1500000円"), shown("people", "999"), shown("yen", "-5000"), shown("text", "1500")]).toEqual([
    ...["1,500,000", "999", "-5000", "1500"],
  ]);
});

describe("a row", () => {
  const kinds = Object.fromEntries(gridColumnsOf("result").map((column) => [column, CELL_KINDS[column]]));
  const judge = (texts: object, saved: object) => checkRow({ texts, saved, fiscalYear: 2024 }, kinds, STATUSES);

  it("is not judged where it says what is saved, whatever that is", () => {
    expect(judge({ status: "実施", date: "そのうち" }, { status: "実施", date: "そのうち" })).toEqual({});
    expect(judge({}, {})).toEqual({});
  });

  it("needs a status as soon as anything stands in it, and a name for an event that has a date", () => {
    expect(judge({ text: "会議" }, {})).toEqual({ status: "value_missing" });
    expect(judge({ status: "実施", date: "11月22日" }, { status: "実施" })).toEqual({ event: "value_missing" });
    expect(judge({ status: "" }, { status: "実施" })).toEqual({ status: "value_missing" });
  });

  it("asks nothing about an event that cannot be edited as one cell", () => {
    const { event: _event, date: _date, place: _place, ...without } = kinds;
    expect(
      checkRow({ texts: { status: "中止" }, saved: { status: "実施" }, fiscalYear: 2024 }, without, STATUSES),
    ).toEqual({});
  });
});
