import { expect, test } from "vitest";
import { addDays, dayInJapan } from "./calendar.ts";

test("in Japan the day begins nine hours before it does in Greenwich", () => {
  expect(dayInJapan(new Date("2026-03-31T14:59:59Z"))).toBe("2026-03-31");
  expect(dayInJapan(new Date("2026-03-31T15:00:00Z"))).toBe("2026-04-01");
});

test("days are counted over the ends of months and years", () => {
  expect(addDays("2026-03-31", 1)).toBe("2026-04-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});
