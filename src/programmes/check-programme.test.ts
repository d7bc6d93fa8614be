import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProgramme } from "./check-programme.ts";
import type { Post } from "./programme-year.ts";
import { aCount, aDate, aFigure, anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const codes = (...years: ReturnType<typeof anEntry>[]) => checkProgramme(aProgramme({ years })).map(({ code }) => code);

function withPost(fiscalYear: number, status: Post["status"], yearOfService: number | null) {
  const post: Post = {
    title: "CIR",
    nationality: "英国",
    country: "GB",
    status,
    yearOfService,
    since: null,
    reasonAsPrinted: null,
  };
  const item = { mark: "・", level: 1, label: "英国籍CIR", status, reasonAsPrinted: null, text: "", post } as const;
  return anEntry(fiscalYear, { items: [item] });
}

describe("what cannot be right in a programme", () => {
  it("is a result before the start year, or a year's column that stands twice", () => {
    expect(codes(anEntry(1989))).toEqual(["result_before_start"]);
    expect(codes(anEntry(1990))).toEqual([]);
    expect(codes(anEntry(2023), anEntry(2023))).toEqual(["year_twice"]);
    expect(codes(anEntry(2023), anEntry(2023, { column: "plan" }))).toEqual([]);
  });

  it("is two periods of one event that overlap; other events may", () => {
    const event = (name: string, date: string) => anEvent({ name, edition: null, date: aDate(date) });
    const at = (...events: ReturnType<typeof anEvent>[]) => codes(anEntry(2023, { events }));
    expect(at(event("研修", "令和5年7月1日～7月10日"), event("研修", "令和5年7月10日～7月12日"))).toEqual([
      "periods_overlap",
    ]);
    expect(at(event("研修", "令和5年7月1日～7月10日"), event("研修", "令和5年7月11日"))).toEqual([]);
    expect(at(event("研修", "令和5年7月"), event("展示", "令和5年7月"))).toEqual([]);
    expect(at(event("研修", "令和6年4月1日"))).toEqual(["date_outside_fiscal_year"]);
  });

  it("is a negative number of people, an inner count above its total, a breakdown that does not add up", () => {
    expect(codes(anEntry(2023, { people: [aCount(-1)] }))).toEqual(["people_negative"]);
    const inner = [aFigure("利用者", 10), aFigure("うち外国人", 11, { subsetOf: "利用者" })];
    expect(codes(anEntry(2023, { quantities: inner }))).toEqual(["inner_count_larger"]);
    const people = [aCount(2, { asPrinted: "3名" }), aCount(2, { asPrinted: "3名", place: "ペルー", country: "PE" })];
    expect(codes(anEntry(2023, { quantities: [aFigure("受入者", 3)], people }))).toEqual(["breakdown_differs"]);
    const tooFew = people.map((one) => ({ ...one, asPrinted: "5名" }));
    expect(codes(anEntry(2023, { quantities: [aFigure("受入者", 5)], people: tooFew }))).toEqual(["breakdown_differs"]);
    const range = { value: null, range: { from: -3, to: 5 } };
    expect(codes(anEntry(2023, { quantities: [aFigure("参加者", 0, range)] }))).toEqual(["people_negative"]);
    const otherItem = [aFigure("利用者", 10, { item: "(1)" }), aFigure("うち外国人", 11, { subsetOf: "利用者" })];
    expect(codes(anEntry(2023, { quantities: otherItem }))).toEqual([]);
  });

  it("is a duration that its days or months do not have", () => {
    const lasting = (value: number, unit: string, period: string) =>
      codes(anEntry(2023, { quantities: [aFigure("期間", value, { unit, period: aDate(period) })] }));
    expect(lasting(14, "日間", "令和5年7月19日～8月1日")).toEqual([]);
    expect(lasting(13, "日間", "令和5年7月19日～8月1日")).toEqual(["duration_contradicts"]);
    expect(lasting(11, "か月", "令和5年4月～令和6年2月")).toEqual([]);
    expect(lasting(10, "か月", "令和5年4月～令和6年2月")).toEqual(["duration_contradicts"]);
    expect(lasting(6, "か月", "令和5年4月20日～令和5年10月10日")).toEqual([]);
  });

  it("is a year of service that jumps, and a number of a meeting that does", () => {
    expect(codes(withPost(2023, "reappointed", 2), withPost(2024, "reappointed", 4))).toEqual(["service_year_jumps"]);
    expect(codes(withPost(2023, "reappointed", 4), withPost(2024, "new", 1))).toEqual([]);
    expect(codes(withPost(2023, "not_arrived", null), withPost(2024, "new", 1))).toEqual([]);
    expect(codes(withPost(2023, "reappointed", 1), withPost(2024, "new", 2))).toEqual(["service_year_jumps"]);
    expect(codes(withPost(2022, "reappointed", 2), withPost(2024, "reappointed", 4))).toEqual([]);
    const planned = { ...withPost(2023, "reappointed", 4), column: "plan" as const };
    expect(codes(planned, withPost(2023, "reappointed", 2), withPost(2024, "reappointed", 3))).toEqual([]);
    const turn = (fiscalYear: number, edition: number) =>
      anEntry(fiscalYear, { events: [anEvent({ name: `第${edition}回会議`, edition })] });
    expect(codes(turn(2023, 26), turn(2024, 27))).toEqual([]);
    expect(codes(turn(2023, 26), turn(2024, 28))).toEqual(["edition_jumps"]);
    expect(codes(turn(2023, 26), turn(2024, 26))).toEqual([]);
  });

  it("never is an inner count up to its total", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [inner, total] = [Math.min(a, b), Math.max(a, b)];
        const quantities = [aFigure("利用者", total), aFigure("うち", inner, { subsetOf: "利用者" })];
        expect(codes(anEntry(2023, { quantities }))).toEqual([]);
      }),
    );
  });
});
