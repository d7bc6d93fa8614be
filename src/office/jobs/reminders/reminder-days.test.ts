import fc from "fast-check";
import { expect, test } from "vitest";
import { isReminderDayOfRole, isReminderDayOfWork } from "./reminder-days.ts";

function days(from: string, count: number): readonly string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(start + at * 86_400_000).toISOString().slice(0, 10));
}

test("work is called to mind three days before, on the day, the day after, and then on Mondays", () => {
  const reminded = days("2026-11-01", 30).filter((today) => isReminderDayOfWork(today, "2026-11-18"));
  expect(reminded).toEqual(["2026-11-15", "2026-11-18", "2026-11-19", "2026-11-23", "2026-11-30"]);
});

test("a role that ends is called to mind 14 and 3 days before its last day, across the turn of a year too", () => {
  const reminded = days("2026-12-01", 60).filter((today) => isReminderDayOfRole(today, "2027-01-10"));
  expect(reminded).toEqual(["2026-12-27", "2027-01-07"]);
});

test("nobody is reminded of the same work more than four times in any week", () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), (offset) => {
      const due = days("2026-06-01", 100)[50 + offset] ?? "2026-06-01";
      const week = days("2026-07-01", 7).filter((today) => isReminderDayOfWork(today, due));
      expect(week.length).toBeLessThanOrEqual(4);
    }),
  );
});
