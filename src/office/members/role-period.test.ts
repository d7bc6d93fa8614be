import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../kernel/calendar.ts";
import { coverWithoutGap, isHeldOn, isReversed, overlaps, type Period, rest, stateOn } from "./role-period.ts";

const period = (validFrom: string, validTo: string | null = null): Period => ({ validFrom, validTo });
const day = fc.integer({ min: 0, max: 40 }).map((by) => addDays("2026-03-01", by));
const periods = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }))
  .map(([from, length]) => period(from, length === null ? null : addDays(from, length)));

test("both days count; without a last day a role is held until it is ended", () => {
  expect(isHeldOn(period("2026-04-01", "2027-03-31"), "2026-04-01")).toBe(true);
  expect(isHeldOn(period("2026-04-01", "2027-03-31"), "2027-03-31")).toBe(true);
  expect(isHeldOn(period("2026-04-01"), "2050-01-01")).toBe(true);
  expect(stateOn(period("2026-04-01"), "2026-03-31")).toBe("later");
  expect(stateOn(period("2026-04-01", "2026-04-30"), "2026-05-01")).toBe("ended");
});

test("a last day before the first is refused; one day is a period", () => {
  expect(isReversed(period("2026-04-02", "2026-04-01"))).toBe(true);
  expect(isReversed(period("2026-04-01", "2026-04-01"))).toBe(false);
});

test("two periods overlap when a day is in both, in whichever order they are named", () => {
  fc.assert(
    fc.property(periods, periods, (a, b) => {
      const days = Array.from({ length: 80 }, (_, by) => addDays("2026-03-01", by));
      expect(overlaps(a, b)).toBe(days.some((one) => isHeldOn(a, one) && isHeldOn(b, one)));
      expect(overlaps(a, b)).toBe(overlaps(b, a));
    }),
  );
});

describe("a time is covered without a gap", () => {
  test("by a successor who begins the day after", () => {
    const others = [period("2026-04-01"), period("2025-04-01", "2026-03-31")];
    expect(coverWithoutGap(others, period("2026-01-01"))).toBe(true);
    expect(coverWithoutGap([period("2026-04-02"), others[1]!], period("2026-01-01"))).toBe(false);
  });

  test("not by somebody whose own time ends before", () => {
    expect(coverWithoutGap([period("2025-04-01", "2026-03-31")], period("2026-03-16"))).toBe(false);
  });

  test("exactly when each of its days is in some period", () => {
    fc.assert(
      fc.property(fc.array(periods, { maxLength: 5 }), day, fc.integer({ min: 0, max: 20 }), (all, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, by) => addDays(from, by));
        const expected = days.every((one) => all.some((held) => isHeldOn(held, one)));
        expect(coverWithoutGap(all, period(from, addDays(from, length)))).toBe(expected);
      }),
    );
  });
});

test("what is left of a role begins after its last day, but not before today nor before the role", () => {
  expect(rest(period("2025-04-01"), "2026-03-31", "2026-03-01")).toEqual(period("2026-04-01"));
  expect(rest(period("2025-04-01"), "2025-12-31", "2026-03-01")).toEqual(period("2026-03-01"));
  expect(rest(period("2025-04-01", "2026-03-31"), "2026-03-31", "2026-03-01")).toBeUndefined();
});
