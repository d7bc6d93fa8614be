import fc from "fast-check";
import { expect, test } from "vitest";
import { daysOf, monthAfter, readMonth, weeksOf } from "./month-grid.ts";

test("November 2024 begins on a Friday and has thirty days", () => {
  const weeks = weeksOf({ year: 2024, month: 11 });
  expect(weeks[0]).toEqual([null, null, null, null, null, "2024-11-01", "2024-11-02"]);
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
});

test("every month's days stand once, in order, under their weekday", () => {
  const months = fc.record({ year: fc.integer({ min: 1868, max: 2199 }), month: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(months, (month) => {
      const weeks = weeksOf(month);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toHaveLength(daysOf(month));
      expect(days.toSorted()).toEqual(days);
      for (const week of weeks) {
        week.forEach((day, weekday) => {
          if (day !== null) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(weekday);
        });
      }
    }),
  );
});

test("a year has twelve months, forwards and back", () => {
  expect(monthAfter({ year: 2024, month: 12 }, 1)).toEqual({ year: 2025, month: 1 });
  expect(monthAfter({ year: 2024, month: 1 }, -1)).toEqual({ year: 2023, month: 12 });
  expect(readMonth("2024-13")).toBeUndefined();
});
