import { expect, it } from "vitest";
import type { RecordedProgramme } from "../recorded-programme.ts";
import { anEntry, aProgramme } from "../testing/programme-facts.ts";
import { choicesIn, gridAddress, gridParameters, NOT_ENTERED, readGridQuery, rowsToShow } from "./grid-query.ts";
import { type GridRow, gridRow } from "./grid-rows.ts";

const KEY = { fiscalYear: 2024, column: "result" } as const;

/** Odd ones were held by one section, even ones were not entered. */
function rows(count: number): readonly GridRow[] {
  return Array.from({ length: count }, (_, at) => {
    const isOdd = at % 2 === 0;
    const facts = aProgramme({ section: isOdd ? "国際交流課" : null, years: isOdd ? [anEntry(2024)] : [] });
    const recorded: RecordedProgramme = {
      ...{ no: at + 1, id: `P${String(at + 1).padStart(6, "0")}`, owner: "01100", governmentCode: "01100" },
      ...{ ownerName: null, version: 1, state: "approved", publication: "published", facts, published: null },
      ...{ submission: null, returnedReason: null, recordedAt: "", updatedAt: "" },
    };
    return gridRow(recorded, KEY);
  });
}

const asked = (said: Readonly<Record<string, string>> = {}) =>
  readGridQuery((name) => said[name] ?? "", { owner: "01100", fiscalYear: 2024, thisYear: 2026 });
const numbers = (shown: readonly GridRow[]) => shown.map(({ programme }) => programme.no);
const NONE = new Set<string>();

it("opens the result of a year that has begun, and the plan of one that has not", () => {
  expect(asked().column).toBe("result");
  const place = { owner: "01100", fiscalYear: 2027, thisYear: 2026 };
  expect(readGridQuery(() => "", place).column).toBe("plan");
});

it("reads what it wrote into an address, and takes nothing else for a condition", () => {
  const query = asked({ column: "plan", status: "held", section: "国際交流課", field: "education", page: "2" });
  const again = gridParameters(query);
  expect(asked(Object.fromEntries(again))).toEqual(query);
  expect(asked({ column: "x", status: "x", field: "x", page: "-1" })).toEqual(asked());
  expect(gridAddress(undefined, undefined)).toBe("/programmes/grid");
});

it("narrows by status, by what is not entered yet, and by section", () => {
  const all = rows(4);
  const shown = (said: Readonly<Record<string, string>>) => numbers(rowsToShow(all, asked(said), NONE, NONE).rows);
  expect(shown({ status: "held" })).toEqual([1, 3]);
  expect(shown({ status: NOT_ENTERED })).toEqual([2, 4]);
  expect(shown({ section: "国際交流課", status: NOT_ENTERED })).toEqual([]);
  expect(choicesIn(all).sections).toEqual(["国際交流課"]);
});

it("has pages, and a page beyond the last is the last", () => {
  const all = rows(650);
  expect(rowsToShow(all, asked({ page: "9" }), NONE, NONE)).toMatchObject({ total: 650, pages: 3 });
  expect(numbers(rowsToShow(all, asked({ page: "9" }), NONE, NONE).rows)).toHaveLength(50);
});

it("always shows rows that were changed, those to correct before the others, in their own order", () => {
  const all = rows(650);
  const changed = new Set(all.map(({ programme }) => programme.id));
  const shown = numbers(rowsToShow(all, asked(), new Set(["P000649", "P000400"]), changed).rows);
  expect(shown).toHaveLength(300);
  expect(shown.slice(-2)).toEqual([400, 649]);
  expect(numbers(rowsToShow(rows(6), asked({ status: "held" }), NONE, new Set(["P000002"])).rows)).toEqual([
    1, 2, 3, 5,
  ]);
});
