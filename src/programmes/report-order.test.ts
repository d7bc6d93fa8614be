import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedBy, orderedByPlace } from "./report-order.ts";

const list = (ids: string, places: Readonly<Record<string, number>> = {}) =>
  [...ids].map((id, index) => ({ id, place: places[id] ?? index + 1 }));
const said = (programmes: readonly Readonly<{ id: string }>[]) => programmes.map(({ id }) => id).join("");

describe("the order of a report", () => {
  it("puts a programme where its place was written, and leaves the others in theirs", () => {
    expect(said(orderedByPlace(list("あいうえお", { お: 2 })))).toBe("あおいうえ");
    expect(said(orderedByPlace(list("あいうえお", { あ: 4 })))).toBe("いうえあお");
    expect(said(orderedByPlace(list("あいうえお", { お: 1, え: 2 })))).toBe("おえあいう");
    expect(said(orderedByPlace(list("あいう", { あ: 99, う: 0 })))).toBe("ういあ");
  });

  it("moves one past its neighbour, and nowhere beyond the ends", () => {
    const three = list("あいう");
    expect([said(movedBy(three, "い", "up")), said(movedBy(three, "い", "down"))]).toEqual(["いあう", "あうい"]);
    expect([movedBy(three, "あ", "up"), movedBy(three, "う", "down"), movedBy(three, "え", "up")]).toEqual([
      ...[three, three, three],
    ]);
  });

  it("keeps every programme, whatever was written", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 9 }), (places) => {
        const programmes = places.map((place, index) => ({ id: String(index), place }));
        expect(
          orderedByPlace(programmes)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(programmes.map(({ id }) => id));
      }),
    );
  });
});
