import fc from "fast-check";
import { expect, test } from "vitest";
import type { Criteria } from "../criteria.ts";
import { FIELDS } from "../field.ts";
import { countFacets, type FacetRows, selectRows } from "./facet-counts.ts";
import { type FacetValues, makeListPool, poolValues } from "./facet-row.ts";

function rowsOf(records: readonly FacetValues[]): FacetRows {
  const pool = makeListPool();
  const rows = records.map((values, at) => {
    const lists = poolValues(pool, values);
    return [at + 1, { no: at + 1, lists, governments: [], counterparts: [], asOf: null }] as const;
  });
  return { pool, rows: new Map(rows) };
}

const record: fc.Arbitrary<FacetValues> = fc.record({
  field: fc.uniqueArray(fc.constantFrom(...FIELDS), { maxLength: 4 }),
  country: fc.uniqueArray(fc.constantFrom("CN", "KR", "US", "unknown"), { minLength: 1, maxLength: 3 }),
  prefecture: fc.uniqueArray(fc.constantFrom("01", "13", "22"), { minLength: 1, maxLength: 2 }),
  decade: fc.tuple(fc.constantFrom("1990", "2000", "unknown")),
  parties: fc.tuple(fc.constantFrom("one", "several")),
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const criteria = fc
  .record({
    field: maybe(fc.constantFrom(...FIELDS)),
    position: maybe(fc.constantFrom("main" as const, "relisting" as const)),
    country: maybe(fc.constantFrom("CN", "US", "unknown")),
    exceptCountries: maybe(fc.constant(["KR"])),
    prefecture: maybe(fc.constantFrom("01", "13")),
    decade: maybe(fc.constantFrom(1990, "unknown" as const)),
    parties: maybe(fc.constantFrom("one" as const, "several" as const)),
  })
  .map((loose) => Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined)) as Criteria);

test("an agreement listed nowhere counts as an agreement and as no listing", () => {
  const values = { field: [], country: ["unknown"], prefecture: ["unknown"], decade: ["unknown"], parties: ["one"] };
  const { totals, counts } = countFacets(rowsOf([values]), {}, undefined);
  expect(totals).toEqual({ agreements: 1, listings: 0, relisted: 0 });
  expect([...counts.country]).toEqual([["unknown", 1]]);
  expect([...counts.field]).toEqual([]);
});

test("a facet's count is what choosing that value would show", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), criteria, (records, own) => {
      const rows = rowsOf(records);
      const { counts, totals, few } = countFacets(rows, own, undefined);
      expect(few).toEqual([...selectRows(rows, own)].map(({ no }) => no));
      expect(totals.agreements).toBe(few?.length);
      for (const facet of ["prefecture", "decade", "parties", "field"] as const) {
        for (const [value, n] of counts[facet]) {
          const chosen = { ...own, [facet]: facet === "decade" && value !== "unknown" ? Number(value) : value };
          expect([...selectRows(rows, chosen)]).toHaveLength(n);
        }
      }
    }),
  );
});

test("listings add up over the fields, mains and relistings apart", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), (records) => {
      const rows = rowsOf(records);
      const { totals } = countFacets(rows, {}, undefined);
      const parts = FIELDS.map((field) => countFacets(rows, { field }, undefined).totals);
      expect(parts.reduce((sum, { listings }) => sum + listings, 0)).toBe(totals.listings);
      const relisted = countFacets(rows, { position: "relisting" }, undefined).totals;
      expect(relisted).toMatchObject({ listings: totals.relisted, relisted: totals.relisted });
      const main = countFacets(rows, { position: "main" }, undefined).totals;
      expect(main.listings + totals.relisted).toBe(totals.listings);
    }),
  );
});
