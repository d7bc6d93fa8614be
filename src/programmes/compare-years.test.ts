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

  it("takes a figure of another year's day as one of the whole year", () => {
    const nextMay = aFigure("会員", 410, { asOf: aDate("令和6年5月1日") });
    expect(compare(nextMay, aFigure("会員", 420))).toMatchObject({ kind: "compared", difference: 10 });
  });

  it("is approximate when one of the two is", () => {
    const about = { isApproximate: true };
    expect(compare(aFigure("参加者", 30, about), aFigure("参加者", 28))).toMatchObject({ isApproximate: true });
    expect(compare(aFigure("参加者", 30), aFigure("参加者", 28, about))).toMatchObject({ isApproximate: true });
    expect(compare(aFigure("参加者", 30), aFigure("参加者", 28))).toMatchObject({ isApproximate: false });
  });

  it("says what else does not compare", () => {
    const range = { value: null, range: { from: 10, to: 20 } };
    expect(compare(aFigure("参加者", 1), aFigure("参加者", 1, range))).toMatchObject({ reason: "range" });
    expect(compareYears(anEntry(2023, { quantities: [aFigure("相談", 3)] }), anEntry(2024))).toMatchObject([
      { reason: "missing_after" },
    ]);
    const ofItem = compareYears(
      anEntry(2023, { quantities: [aFigure("会員", 1, { item: "(1)" })] }),
      anEntry(2024, { quantities: [aFigure("会員", 2)] }),
    );
    expect(ofItem).toMatchObject([{ reason: "missing_before" }, { reason: "missing_after" }]);
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
