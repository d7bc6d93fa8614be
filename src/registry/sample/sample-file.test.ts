import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countryByCode } from "../../kernel/country.ts";
import { findGovernment } from "../reference/local-governments.ts";
import { validateAgreementFacts } from "../validate-agreement-facts.ts";
import { sampleFacts, sampleSchema } from "./sample-file.ts";

const sample = sampleSchema.parse(JSON.parse(readFileSync("data/sample/agreements.json", "utf8")));

test("the sample has 149 agreements under 175 listings, 26 of them relistings", () => {
  const listings = sample.agreements.flatMap((agreement) => agreement.listings);
  expect([sample.agreements.length, listings.length, listings.length - sample.agreements.length]).toEqual([
    149, 175, 26,
  ]);
  expect(new Set(sample.agreements.map(({ id }) => id)).size).toBe(149);
  expect(new Set(listings.map(({ field, number }) => `${field}${number}`)).size).toBe(175);
});

test("the sheets of each field are numbered without a gap", () => {
  const byField = Map.groupBy(
    sample.agreements.flatMap(({ listings }) => listings),
    ({ field }) => field,
  );
  for (const own of byField.values()) {
    const numbers = own.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  }
});

test("every code in the sample exists and every record could be typed in", () => {
  for (const { japan, foreign } of sample.agreements) {
    for (const { governmentCode } of japan)
      if (governmentCode !== null) expect(findGovernment(governmentCode)).toBeDefined();
    for (const { country } of foreign) expect(countryByCode(country)).toBeDefined();
  }
  expect(sampleFacts(sample).flatMap(validateAgreementFacts)).toEqual([]);
});

test("a name with its code is the name the code stands for", () => {
  for (const { japan } of sample.agreements) {
    for (const { name, governmentCode } of japan) {
      if (governmentCode !== null) expect(findGovernment(governmentCode)?.fullName).toContain(name);
    }
  }
});

test("only facts are carried: no prose, no person", () => {
  const prose = sampleFacts(sample).flatMap(({ background, activities, outcomes }) => [
    background,
    activities,
    outcomes,
  ]);
  expect(new Set(prose)).toEqual(new Set([null]));
  expect(readFileSync("data/sample/agreements.json", "utf8")).not.toMatch(/[@＠]/u);
});
