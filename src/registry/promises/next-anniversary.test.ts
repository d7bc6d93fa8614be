import fc from "fast-check";
import { expect, test } from "vitest";
import { nextAnniversary } from "./next-anniversary.ts";

const next = (date: string, today: string) => {
  const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
  const found = nextAnniversary({ date, precision }, today);
  return found && `${found.years} ${found.date}`;
};

test("the next multiple of five years, on its day at the latest", () => {
  expect(next("2008-11-04", "2026-11-22")).toBe("20 2028-11-04");
  expect(next("2006-11-22", "2026-11-22")).toBe("20 2026-11-22");
  expect(next("2006-11-21", "2026-11-22")).toBe("25 2031-11-21");
  expect(next("2025-04-01", "2026-11-22")).toBe("5 2030-04-01");
});

test("as precise as the signing", () => {
  expect(next("2006-11", "2026-11-22")).toBe("20 2026-11");
  expect(next("2006", "2026-11-22")).toBe("20 2026");
  expect(nextAnniversary({ date: null, precision: "none" }, "2026-11-22")).toBeUndefined();
  expect(next("2027-04-01", "2026-11-22")).toBeUndefined();
});

test("29 February is celebrated on the 28th in other years", () => {
  expect(next("2024-02-29", "2026-11-22")).toBe("5 2029-02-28");
});

test("it is never past and never more than five years ahead", () => {
  const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2026-11-22"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (signed) => {
      const found = nextAnniversary({ date: signed.toISOString().slice(0, 10), precision: "day" }, "2026-11-22");
      expect(found !== undefined && found.date >= "2026-11-22" && found.date <= "2031-11-22").toBe(true);
      expect((found?.years ?? 1) % 5).toBe(0);
    }),
  );
});
