import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTallies, emptyTally, formatTally, isSameTally, sumTallies } from "./tally.ts";

const tally = fc
  .tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }))
  .map(([a, b]) => ({ n: Math.max(a, b), relisted: Math.min(a, b) }));

describe("a tally with an inner count", () => {
  it("prints relistings in brackets inside the total, and leaves out none", () => {
    expect(formatTally({ n: 25, relisted: 4 })).toBe("25(4)");
    expect(formatTally({ n: 24, relisted: 0 })).toBe("24");
    expect(formatTally(emptyTally)).toBe("0");
  });

  it("sums to the same whatever the order and the grouping", () => {
    fc.assert(
      fc.property(fc.array(tally), fc.array(tally), (a, b) => {
        expect(sumTallies([...a, ...b])).toEqual(addTallies(sumTallies(a), sumTallies(b)));
        expect(sumTallies([...b, ...a])).toEqual(sumTallies([...a, ...b]));
      }),
    );
  });

  it("never counts more relistings than listings", () => {
    fc.assert(
      fc.property(fc.array(tally), (tallies) => {
        const { n, relisted } = sumTallies(tallies);
        expect(relisted >= 0 && relisted <= n).toBe(true);
      }),
    );
  });

  it("does not change by adding nothing", () => {
    fc.assert(fc.property(tally, (some) => isSameTally(addTallies(some, emptyTally), some)));
  });

  it("differs when only the inner count differs", () => {
    expect(isSameTally({ n: 3, relisted: 1 }, { n: 3, relisted: 0 })).toBe(false);
  });
});
