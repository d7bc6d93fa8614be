import fc from "fast-check";
import { expect, test } from "vitest";
import { pageOfRows } from "./page-of-rows.ts";

test("every row stands on one page, forwards and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 220 }), (length) => {
      const rows = Array.from({ length }, (_, at) => `r${at}`);
      const pages: (readonly string[])[] = [];
      const begins: (string | undefined)[] = [];
      let after: string | undefined;
      for (;;) {
        const { shown, next, previous } = pageOfRows(rows, (row) => row, after);
        expect(previous).toBe(begins.length === 0 ? null : begins.at(-1));
        pages.push(shown);
        begins.push(after);
        if (next === null) break;
        after = next;
      }
      expect(pages.flat()).toEqual(rows);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(50);
    }),
  );
});

test("after a row that has gone the first page is shown", () => {
  expect(pageOfRows(["a", "b"], (row) => row, "gone").shown).toEqual(["a", "b"]);
});
