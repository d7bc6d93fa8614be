import { expect, test } from "vitest";
import { readDay } from "./read-day.ts";

test.each(["令和9年4月1日", "2027-04-01", "2027/4/1", "２０２７年４月１日", "R9.4.1"])("%s is a day", (text) => {
  expect(readDay(text, "required")).toEqual({ ok: true, day: "2027-04-01" });
});

test.each(["令和9年4月", "2027", "4月1日", "明日", "2027-02-30", "1927-04-01", "平成9年（2027年）4月1日"])(
  "%s is none",
  (text) => {
    expect(readDay(text, "required")).toEqual({ ok: false, code: "day_unreadable" });
  },
);

test("an optional day may be left out", () => {
  expect(readDay(" ", "optional")).toEqual({ ok: true, day: null });
  expect(readDay("", "required")).toEqual({ ok: false, code: "day_missing" });
});
