import fc from "fast-check";
import { expect, test } from "vitest";
import { type Criteria, criteriaFromParameters } from "./criteria.ts";
import { fileAddress, listAddress } from "./criteria-address.ts";
import { FIELDS } from "./field.ts";

const criteria: fc.Arbitrary<Criteria> = fc.record(
  {
    q: fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }).filter((q) => q.trim() === q && q.length < 200),
    field: fc.constantFrom(...FIELDS),
    position: fc.constantFrom("main" as const, "relisting" as const),
    country: fc.constantFrom("CN", "KR", "unknown"),
    exceptCountries: fc.uniqueArray(fc.constantFrom("CN", "KR", "US"), { minLength: 1 }),
    prefecture: fc.constantFrom("01", "47", "unknown"),
    government: fc.constantFrom("01458", "13000"),
    counterpart: fc.constantFrom("C000001", "C123456"),
    decade: fc.constantFrom(1990, 2010, "unknown" as const),
    parties: fc.constantFrom("one" as const, "several" as const),
  },
  { requiredKeys: [] },
);

test("an address says the criteria it was written from, at any place in the list", () => {
  fc.assert(
    fc.property(criteria, fc.constantFrom("signed-asc" as const, "title" as const), (wanted, sort) => {
      const url = new URL(listAddress(wanted, { sort, after: "abc" }), "http://localhost");
      expect(criteriaFromParameters(url.searchParams)).toEqual(wanted);
      expect(url.searchParams.get("sort")).toBe(sort);
      expect(new URL(fileAddress("agreements.csv", wanted), "http://localhost").pathname).toBe("/agreements.csv");
    }),
  );
});

test("the usual order and no criteria leave a short address", () => {
  expect(listAddress({}, { sort: "signed-desc" })).toBe("/agreements");
  expect(listAddress({ field: "①" })).toBe("/agreements?field=%E2%91%A0");
});
