import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Criteria,
  criteriaFromParameters,
  criteriaToParameters,
  withCriterion,
  withoutCriterion,
} from "./criteria.ts";
import { FIELDS } from "./field.ts";

const read = (address: string) => criteriaFromParameters(new URLSearchParams(address));

test("an address is read as it was written", () => {
  const said = fc.record(
    {
      q: fc.stringMatching(/^[ぁ-ん一-龠a-z]{1,20}$/),
      field: fc.constantFrom(...FIELDS),
      position: fc.constantFrom("main" as const, "relisting" as const),
      country: fc.constantFrom("CN", "unknown"),
      exceptCountries: fc.constantFrom(["CN"], ["CN", "KR"]),
      prefecture: fc.constantFrom("01", "unknown"),
      government: fc.constant("14130"),
      counterpart: fc.constant("C000012"),
      decade: fc.constantFrom(1990, "unknown" as const),
      parties: fc.constantFrom("one" as const, "several" as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(said, (criteria) => {
      expect(read(`${criteriaToParameters(criteria)}`)).toEqual(criteria);
    }),
  );
});

test("what has no meaning in an address is left out", () => {
  expect(
    read("q=%20&field=⑩&country=xx&prefecture=1&decade=1995&parties=many&position=x&except=cn&government=1"),
  ).toEqual({});
});

test("a field is also told by its plain number", () => {
  expect(read("field=3")).toEqual({ field: "③" });
});

test("criteria are added, replaced and taken away one by one", () => {
  const own: Criteria = { field: "①", country: "CN" };
  expect(withCriterion(own, "country", "KR")).toEqual({ field: "①", country: "KR" });
  expect(withoutCriterion(own, "field")).toEqual({ country: "CN" });
});
