import { describe, expect, it } from "vitest";
import { compareYears } from "./compare-years.ts";
import { aDate, aFigure, anEntry } from "./testing/programme-facts.ts";

const compare = (before: ReturnType<typeof aFigure>, after: ReturnType<typeof aFigure>) =>
  compareYears(anEntry(2023, { quantities: [before] }), anEntry(2024, { quantities: [after] }))[0];

describe("comparison with last year", () => {
  it("gives the difference of two full years", () => {
    expect(compare(aFigure("利用者", 100), aFigure("利用者", 120))).toMatchObject({ kind: "compared", difference: 20 });
  });

  it("does not set a part of a year against a whole one", () => {
    const december = aFigure("利用者", 75, { asOf: aDate("令和6年12月31日") });
    expect(compare(aFigure("利用者", 100), december)).toMatchObject({
      kind: "not_comparable",
      reason: "part_year_after",
    });
    const earlier = aFigure("利用者", 75, { asOf: aDate("令和5年12月31日") });
    expect(compare(earlier, aFigure("利用者", 100))).toMatchObject({ reason: "part_year_before" });
    expect(compare(aFigure("利用者", 50, { asOf: aDate("令和5年9月30日") }), december)).toMatchObject({
      reason: "part_years_differ",
    });
  });

  it("compares figures of the same day of their years, and the last day of March with the whole year", () => {
    const may = (year: number, value: number) => aFigure("会員", value, { asOf: aDate(`令和${year}年5月`) });
    expect(compare(may(5, 400), may(6, 407))).toMatchObject({ kind: "compared", difference: 7 });
    expect(compare(aFigure("入居者", 88, { asOf: aDate("令和6年3月31日") }), aFigure("入居者", 90))).toMatchObject({
      difference: 2,
    });
  });

  it("says what else does not compare", () => {
    expect(compare(aFigure("利用者", 1), aFigure("利用者", 1, { plan: true }))).toMatchObject({
      reason: "plan_against_actual",
    });
    expect(compare(aFigure("利用者", 1), aFigure("利用者", 1, { unit: "件" }))).toMatchObject({
      reason: "units_differ",
    });
    expect(compareYears(anEntry(2023), anEntry(2024, { quantities: [aFigure("相談", 3)] }))).toMatchObject([
      { reason: "missing_before" },
    ]);
    const twice = anEntry(2024, { quantities: [aFigure("会員", 1), aFigure("会員", 2)] });
    expect(compareYears(anEntry(2023), twice)).toMatchObject([{ reason: "several_of_one_label" }]);
  });
});
