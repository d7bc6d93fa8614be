import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restoreParts, withRestored } from "./restore-programme.ts";
import { anyFacts } from "./testing/any-facts.ts";
import { anEntry, aProgramme } from "./testing/programme-facts.ts";

const distinctYears = anyFacts.filter(
  ({ years }) => new Set(years.map(({ fiscalYear, column }) => `${fiscalYear} ${column}`)).size === years.length,
);

describe("putting back an earlier version", () => {
  test("all parts give what it said, no parts change nothing", () => {
    fc.assert(
      fc.property(distinctYears, distinctYears, (now, past) => {
        const all = new Set(restoreParts(now, past).map(({ id }) => id));
        expect(restoreParts(withRestored(now, past, all), past)).toEqual([]);
        expect(withRestored(now, past, new Set())).toEqual(now);
      }),
      { numRuns: 60 },
    );
  });

  test("says of each year whether it comes back, goes or becomes as it was", () => {
    const past = aProgramme({ years: [anEntry(2022), anEntry(2023)] });
    const now = aProgramme({ overview: "別の文", years: [anEntry(2023, { text: "直した" }), anEntry(2024)] });
    expect(restoreParts(now, past).map(({ id, ...part }) => ["becomes" in part ? part.becomes : "", id])).toEqual([
      ["", "overview"],
      ["there_again", "2022.result"],
      ["as_then", "2023.result"],
      ["gone", "2024.result"],
    ]);
  });

  test("a part alone leaves the others as they are now", () => {
    const past = aProgramme({ overview: "前の文", years: [anEntry(2022)] });
    const now = aProgramme({ overview: "今の文", years: [anEntry(2024)] });
    const restored = withRestored(now, past, new Set(["2022.result"]));
    expect(restored).toEqual({ ...now, years: [anEntry(2022), anEntry(2024)] });
  });
});
