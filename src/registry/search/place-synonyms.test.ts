import { expect, test } from "vitest";
import synonyms from "../../../data/reference/place-synonyms.json" with { type: "json" };
import { countryByCode } from "../../kernel/country.ts";
import { matchKey } from "../../kernel/name-key.ts";
import { expandQuery } from "./expand-term.ts";
import { placeSynonymsIn, placeSynonymsSchema } from "./place-synonyms.ts";

const { places } = placeSynonymsSchema.parse(synonyms);

test("every spelling stands for one place of a known country", () => {
  const keys = places.flatMap(({ names }) => names.map(matchKey));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { country } of places) expect(countryByCode(country)).toBeDefined();
});

test("a place is written the other way inside a longer name", () => {
  expect(placeSynonymsIn("ハルビン市").map(matchKey)).toContain(matchKey("哈爾濱市"));
  expect(placeSynonymsIn("青森市")).toEqual([]);
});

test("a country by itself is looked for by all its names and by its code", () => {
  const [term] = expandQuery("韓国");
  expect(term?.alternatives).toContainEqual({ kind: "country", country: "KR", text: "大韓民国" });
  expect(term?.alternatives).toContainEqual(expect.objectContaining({ text: "大韓民国", reason: "country_name" }));
});

test("a country before a place is written in its other ways", () => {
  const texts = expandQuery("韓国釜山")[0]?.alternatives.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["韓国釜山", "大韓民国釜山"]));
});

test("words are separated by spaces of any width and said once", () => {
  expect(expandQuery(" 教育　ｷｮｳｲｸ 教育 ").map(({ term }) => term)).toHaveLength(2);
});
