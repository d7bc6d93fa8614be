import { expect, test } from "vitest";
import { addedNames, aliasKeys, type CounterpartFacts, refuseCounterpartFacts } from "./counterpart-facts.ts";

const province: CounterpartFacts = {
  ...{ name: "全北特別自治道", country: "KR", subdivision: null, kind: "region" },
  names: [
    { name: "全羅北道", script: "japanese", from: "1896", until: "2024-01-17" },
    { name: "Jeonbuk", script: "latin", from: null, until: null },
  ],
};

test("names by script and period are stored, and the counterpart is found under each of them", () => {
  expect(refuseCounterpartFacts(province)).toBeUndefined();
  expect(aliasKeys(province)).toHaveLength(2);
});

test("what cannot be stored is said", () => {
  expect(refuseCounterpartFacts({ ...province, name: " " })).toBe("name_missing");
  expect(refuseCounterpartFacts({ ...province, country: "XX" })).toBe("country_unknown");
  expect(refuseCounterpartFacts({ ...province, subdivision: "あ".repeat(201) })).toBe("text_too_long");
  const reversed = { name: "旧", script: null, from: "2024-02", until: "2024-01" } as const;
  expect(refuseCounterpartFacts({ ...province, names: [reversed] })).toBe("period_reversed");
  expect(refuseCounterpartFacts({ ...province, names: [{ ...reversed, until: "2024" }] })).toBeUndefined();
});

test("names of a merged one are added once, and none that is known", () => {
  const other: CounterpartFacts = {
    ...{ name: "全羅北道", country: "KR", subdivision: null, kind: null },
    names: [
      { name: "チョルラブクト", script: "japanese", from: null, until: null },
      { name: "Jeonbuk", script: "latin", from: null, until: null },
    ],
  };
  expect(addedNames(province, other).map(({ name }) => name)).toEqual(["チョルラブクト"]);
});
