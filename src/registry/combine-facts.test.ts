import { expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../test/support/agreement-facts.ts";
import { combineFacts, separateFacts } from "./combine-facts.ts";

const survivor = agreementFacts({ listings: ["②", "①"], dates: [signedOn("2012-08-21")], background: "経緯" });
const absorbed = agreementFacts({
  title: "友好覚書",
  listings: ["①", "⑨"],
  dates: [
    { ...signedOn("2012-08-21"), asPrinted: "平成24年8月21日" },
    { ...signedOn("2015"), role: "renewed" },
  ],
  background: "別の経緯",
  outcomes: "成果",
  departments: ["国際課"],
});

test("listings join in order, the survivor's first; the same date is not kept twice", () => {
  const combined = combineFacts(survivor, absorbed);
  expect(combined.listings).toEqual(["②", "①", "⑨"]);
  expect(combined.dates.map(({ date, role }) => [date, role])).toEqual([
    ["2012-08-21", "signed"],
    ["2015", "renewed"],
  ]);
});

test("the survivor's words stay, what it lacks is taken over, and parties never add up", () => {
  const combined = combineFacts(survivor, {
    ...absorbed,
    foreign: [{ name: "大連", country: "CN", counterpartId: null }],
  });
  expect(combined).toMatchObject({ title: survivor.title, background: "経緯", outcomes: "成果" });
  expect(combined.departments).toEqual(["国際課"]);
  expect(combined.foreign).toEqual(survivor.foreign);
});

test("separating gives back what was, but keeps what a person changed since", () => {
  const merged = combineFacts(survivor, absorbed);
  expect(separateFacts(survivor, merged, merged)).toEqual(survivor);
  const edited = { ...merged, title: "直した名称" };
  expect(separateFacts(survivor, merged, edited)).toEqual({ ...survivor, title: "直した名称" });
});
