import { describe, expect, it } from "vitest";
import { listMissing } from "./checklist.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { YearBudget, YearItem } from "./programme-year.ts";
import { aDate, aFigure, anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const IN_THE_YEAR = "2025-03-31";
const AFTER_THE_YEAR = "2025-04-01";

const missing = (years: ProgrammeFacts["years"], today = AFTER_THE_YEAR, own: Partial<ProgrammeFacts> = {}) =>
  listMissing(aProgramme({ ...own, years }), 2024, today).map(({ code, about }) =>
    about === null ? code : `${code} ${about}`,
  );

const anItem = (label: string, item: Partial<YearItem> = {}): YearItem => ({
  ...{ mark: "(1)", level: 1, label, status: "held", reasonAsPrinted: null, text: "", post: null },
  ...item,
});
const aBudget = (plannedYen: number | null, settledYen: number | null): YearBudget => ({
  ...{ plannedYen, settledYen, sources: [], asPrinted: [] },
});

describe("the checklist", () => {
  it("asks for a result only when the year has ended", () => {
    const years = [anEntry(2024, { column: "plan", status: "planned" })];
    expect(missing(years, IN_THE_YEAR)).toEqual([]);
    expect(missing(years, AFTER_THE_YEAR)).toEqual(["result"]);
    expect(missing([])).toEqual(["plan", "result"]);
  });

  it("asks for no plan of a year whose result is there", () => {
    expect(missing([anEntry(2024)])).toEqual([]);
  });

  it("asks for what a programme itself lacks; who lets another run it needs no partner", () => {
    const bare = { startFiscalYear: { asPrinted: "不明", fiscalYear: null }, overview: null, partners: [] };
    expect(missing([anEntry(2024)], IN_THE_YEAR, bare)).toEqual(["start_year", "overview", "partner"]);
    const operator = { name: "交流協会", kind: "contractor", asPrinted: "交流協会に委託" } as const;
    expect(missing([anEntry(2024)], IN_THE_YEAR, { partners: [], operator })).toEqual([]);
  });

  it("asks why nothing took place, of the part where there are parts", () => {
    expect(missing([anEntry(2024, { status: "cancelled" })])).toEqual(["reason"]);
    expect(missing([anEntry(2024, { status: "cancelled", reasonAsPrinted: "台風のため" })])).toEqual([]);
    const items = [
      anItem("研修", { status: "cancelled" }),
      anItem("講演", { status: "none", reasonAsPrinted: "講師の都合のため" }),
      anItem("展示"),
    ];
    expect(missing([anEntry(2024, { status: "cancelled", items })])).toEqual(["reason 研修"]);
  });

  it("asks when and where an event took place, but of one in writing and of one that did not", () => {
    const events = [
      anEvent({ name: "会議" }),
      anEvent({ name: "書面の会議", status: "held_in_writing" }),
      anEvent({ name: "中止の会議", status: "cancelled" }),
      anEvent({ name: "展示", date: aDate("令和6年7月1日"), place: "香港" }),
    ];
    expect(missing([anEntry(2024, { events })])).toEqual(["event_date 会議", "event_place 会議"]);
  });

  it("asks to settle what is estimated, undecided or being adjusted", () => {
    const estimate = anEvent({ name: "次の会議", date: aDate("令和6年7月"), place: "香港", isEstimate: true });
    expect(missing([anEntry(2024, { events: [estimate] })])).toEqual(["estimate_unsettled 次の会議"]);
    expect(missing([anEntry(2024, { status: "undecided" })])).toEqual(["undecided"]);
    const items = [anItem("研修", { status: "under_adjustment" }), anItem("展示")];
    expect(missing([anEntry(2024, { status: "under_adjustment", items })])).toEqual(["undecided 研修"]);
  });

  it("asks for figures of the whole year once it has ended", () => {
    const quantities = [aFigure("利用者", 5, { asOf: aDate("令和6年12月31日") }), aFigure("会員", 7)];
    expect(missing([anEntry(2024, { quantities })], IN_THE_YEAR)).toEqual([]);
    expect(missing([anEntry(2024, { quantities })], AFTER_THE_YEAR)).toEqual(["part_year_figure 利用者"]);
  });

  it("asks for money only where there has been a budget, and for the settled amount when the year has ended", () => {
    const before = anEntry(2023, { budget: aBudget(100, 90) });
    expect(missing([before, anEntry(2024)], IN_THE_YEAR)).toEqual(["budget_planned"]);
    expect(missing([before, anEntry(2024)], AFTER_THE_YEAR)).toEqual(["budget_planned", "budget_settled"]);
    const inResult = anEntry(2024, { budget: aBudget(100, 95) });
    expect(missing([before, inResult])).toEqual([]);
    const inPlan = anEntry(2024, { column: "plan_including_results", budget: aBudget(100, 95) });
    expect(missing([before, inPlan, anEntry(2024)])).toEqual([]);
  });
});
