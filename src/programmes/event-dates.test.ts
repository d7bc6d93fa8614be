import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysInMonth, isoDay } from "../kernel/calendar.ts";
import { fiscalYearOf } from "../kernel/fiscal-year.ts";
import { findEventDates, readEventDate } from "./event-dates.ts";
import { weekdayOf } from "./stated-date.ts";

const read = (text: string) => {
  const date = readEventDate(text, 2023);
  return date === null ? null : [date.from, date.to, date.precision, date.asPrinted];
};

describe("dates under 令和5年度", () => {
  it.each([
    ["７月", "2023-07-01", "2023-07-31", "month"],
    ["１月", "2024-01-01", "2024-01-31", "month"],
    ["３月31日", "2024-03-31", "2024-03-31", "day"],
    ["４月１日", "2023-04-01", "2023-04-01", "day"],
    ["７月19日～８月１日", "2023-07-19", "2023-08-01", "day"],
    ["12月20日～１月５日", "2023-12-20", "2024-01-05", "day"],
    ["９月～11月", "2023-09-01", "2023-11-30", "month"],
    ["9～11月", "2023-09-01", "2023-11-30", "month"],
    ["７月10日～14日", "2023-07-10", "2023-07-14", "day"],
    ["11月初旬～２月", "2023-11-01", "2024-02-29", "month"],
    ["令和６年２月～３月", "2024-02-01", "2024-03-31", "month"],
    ["令和５年12月～２月", "2023-12-01", "2024-02-29", "month"],
    ["令和５年４月～令和６年２月", "2023-04-01", "2024-02-29", "month"],
    ["令和５年７月 10日（月）～14日（金）", "2023-07-10", "2023-07-14", "day"],
    ["令和６年２月 11日（日・祝）", "2024-02-11", "2024-02-11", "day"],
  ])("%s", (text, from, to, precision) => {
    expect(read(text)).toEqual([from, to, precision, text]);
  });

  it.each(["11か月", "月１回", "第7月例会", "３期目", "10月号", "来春"])("%s is no date", (text) => {
    expect(findEventDates(text, 2023).dates).toEqual([]);
  });

  it("a month alone is none where no fiscal year is known", () => {
    expect(readEventDate("7月", null)).toBeNull();
  });

  it("says what cannot be a date", () => {
    expect(findEventDates("６月31日", 2023).problems).toEqual([{ code: "day_out_of_range", text: "６月31日" }]);
    expect(findEventDates("３月～２月", 2023).problems).toMatchObject([{ code: "period_reversed" }]);
  });

  it("finds every date of a sentence at its place", () => {
    const text = "７月に訪問し，令和６年１月10日に答礼を受けた。";
    expect(
      findEventDates(text, 2023).dates.map(({ start, end, isInherited }) => [text.slice(start, end), isInherited]),
    ).toEqual([
      ["７月", true],
      ["令和６年１月10日", false],
    ]);
  });

  it("reads a text that holds one date and nothing of one that holds several", () => {
    expect(readEventDate("７月10日", 2023)).toMatchObject({ from: "2023-07-10", precision: "day" });
    expect(readEventDate("７月１日、８月２日", 2023)).toBeNull();
    expect(readEventDate("未定", 2023)).toBeNull();
  });

  it("goes on into the year after the first of an era", () => {
    expect(readEventDate("令和元年12月～２月", 2019)).toMatchObject({ from: "2019-12-01", to: "2020-02-29" });
  });

  it("ends behind the weekday that belongs to it", () => {
    const text = "開催日は７月10日（月）に決まった";
    expect(findEventDates(text, 2023).dates.map(({ start, end }) => text.slice(start, end))).toEqual([
      "７月10日（月）",
    ]);
  });

  it("names a weekday that contradicts the calendar, of a period at either end", () => {
    const wrong = (text: string) => findEventDates(text, 2023).dates.flatMap(({ wrongWeekdays }) => wrongWeekdays);
    expect(wrong("令和５年７月10日（火）～14日（金）")).toEqual([{ day: "2023-07-10", said: "火", is: "月" }]);
    expect(wrong("令和５年７月10日（月）～14日（土）")).toEqual([{ day: "2023-07-14", said: "土", is: "金" }]);
    expect(wrong("７月10日（月曜日）")).toEqual([]);
  });

  it("inherits so that every day lies in its fiscal year, and its own weekday never contradicts it", () => {
    const day = fc
      .record({
        fiscalYear: fc.integer({ min: 1990, max: 2050 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(({ fiscalYear, month, day: of }) => of <= daysInMonth(month < 4 ? fiscalYear + 1 : fiscalYear, month));
    fc.assert(
      fc.property(day, ({ fiscalYear, month, day: of }) => {
        const iso = isoDay(month < 4 ? fiscalYear + 1 : fiscalYear, month, of);
        const [found] = findEventDates(`${month}月${of}日（${weekdayOf(iso)}）`, fiscalYear).dates;
        expect(found).toMatchObject({ isInherited: true, wrongWeekdays: [], date: { from: iso, to: iso, date: iso } });
        expect(fiscalYearOf(iso)).toBe(fiscalYear);
      }),
    );
  });

  it("never throws, and places lie inside the text", () => {
    const part = fc.constantFrom(
      "令和",
      "５年",
      "月",
      "７",
      "日",
      "～",
      "（火）",
      "翌年",
      "末",
      "度",
      " ",
      "第",
      "回",
      "12",
      "初旬",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        for (const { start, end } of findEventDates(text, 2023).dates) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
