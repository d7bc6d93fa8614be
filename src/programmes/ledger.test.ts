import { describe, expect, it } from "vitest";
import { listAnniversaries } from "./anniversaries.ts";
import { latestEntry, sideBySide } from "./programme-year.ts";
import { listVisits, nextVisit, totalPeople } from "./reciprocity.ts";
import { aCount, aDate, anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";
import { combineStatuses } from "./year-status.ts";

describe("anniversaries", () => {
  const beginnings = [
    { id: "a", title: "姉妹盟約", date: aDate("昭和41（1966）年") },
    { id: "b", title: "友好協定", date: aDate("平成28年2月29日") },
    { id: "c", title: "包括協定", date: aDate("平成28年1月") },
  ];

  it("come every ten years, as precise as the beginning was printed", () => {
    expect(listAnniversaries(beginnings, { fromYear: 2026, toYear: 2026 })).toEqual([
      { id: "a", title: "姉妹盟約", years: 60, date: "2026", precision: "year", fiscalYear: null },
      { id: "c", title: "包括協定", years: 10, date: "2026-01", precision: "month", fiscalYear: 2025 },
      { id: "b", title: "友好協定", years: 10, date: "2026-02-28", precision: "day", fiscalYear: 2025 },
    ]);
  });

  it("of 29 February are on the day itself in a leap year, on the 28th else", () => {
    const on = (year: number) =>
      listAnniversaries(beginnings.slice(1, 2), { fromYear: year, toYear: year, every: 1 }).map(({ date }) => date);
    expect([on(2020), on(2100), on(2400)]).toEqual([["2020-02-29"], ["2100-02-28"], ["2400-02-29"]]);
  });

  it("are none of a date nobody stated", () => {
    const unknown = { ...beginnings[0]!, date: { from: "1966-01-01", precision: "none" as const } };
    expect(listAnniversaries([unknown], { fromYear: 1976, toYear: 2026 })).toEqual([]);
  });

  it("are none before the first", () => {
    expect(listAnniversaries(beginnings.slice(1), { fromYear: 2016, toYear: 2025 })).toEqual([]);
  });
});

describe("sent and received", () => {
  const visit = (name: string, direction: "sent" | "received", date: string) =>
    anEvent({ name, edition: null, direction, date: aDate(date) });

  it("makes it the turn of the side that did not visit last", () => {
    const events = [visit("答礼", "received", "令和5年9月"), visit("訪問", "sent", "令和6年1月")];
    const visits = listVisits({ years: [anEntry(2023, { events })] });
    expect(nextVisit(visits)).toMatchObject({ kind: "estimate", direction: "received", basis: { name: "訪問" } });
  });

  it("names no turn where visits went one way, or did not take place", () => {
    const one = listVisits({ years: [anEntry(2023, { events: [visit("訪問", "sent", "令和6年1月")] })] });
    expect(nextVisit(one)).toEqual({ kind: "unknown", reason: "one_way_only" });
    const events = [{ ...visit("訪問", "sent", "令和6年1月"), status: "cancelled" as const }];
    expect(nextVisit(listVisits({ years: [anEntry(2023, { events })] }))).toEqual({
      kind: "unknown",
      reason: "no_visits",
    });
  });

  it("names no turn where both visited at the same time, and counts no visit that is an estimate", () => {
    const together = [visit("訪問", "sent", "令和5年9月"), visit("来訪", "received", "令和5年9月")];
    expect(nextVisit(listVisits({ years: [anEntry(2023, { events: together })] }))).toEqual({
      ...{ kind: "unknown", reason: "same_time" },
    });
    const events = [
      visit("答礼", "received", "令和5年9月"),
      { ...visit("訪問", "sent", "令和6年1月"), isEstimate: true },
    ];
    expect(listVisits({ years: [anEntry(2023, { events })] }).map(({ name }) => name)).toEqual(["答礼"]);
  });

  it("says of a total that some of it is planned or may be, newest year first", () => {
    const years = [
      anEntry(2023, { people: [aCount(5), aCount(2, { plan: null })] }),
      anEntry(2024, { column: "plan", people: [aCount(1, { plan: true })] }),
      anEntry(2022, { people: [aCount(9)] }),
    ];
    const totals = totalPeople([aProgramme({ years })]);
    expect(totals.map(({ fiscalYear, count, includesPlan }) => [fiscalYear, count, includesPlan])).toEqual([
      [2024, 1, true],
      [2023, 7, true],
      [2022, 9, false],
    ]);
  });

  it("adds people up by year and country, from the result where there is one", () => {
    const years = [
      anEntry(2023, { column: "plan", people: [aCount(9, { plan: true })] }),
      anEntry(2023, { people: [aCount(2), aCount(1, { place: "ペルー", country: "PE" })] }),
    ];
    expect(
      totalPeople([aProgramme({ title: "甲", years }), aProgramme({ title: "乙", years: years.slice(1) })]),
    ).toEqual([
      { fiscalYear: 2023, direction: "received", country: "BR", count: 4, includesPlan: false, titles: ["甲", "乙"] },
      { fiscalYear: 2023, direction: "received", country: "PE", count: 2, includesPlan: false, titles: ["甲", "乙"] },
    ]);
  });
});

describe("a year as a whole", () => {
  it("is what its items make of it; posts do not decide", () => {
    expect(combineStatuses(["held_in_writing", "none"])).toBe("partly_held");
    expect(combineStatuses(["held", "cancelled"])).toBe("partly_held");
    expect(combineStatuses(["held", "held_in_writing"])).toBe("held");
    expect(combineStatuses(["planned_or_held", "undecided"])).toBe("planned_or_held");
    expect(combineStatuses(["cancelled", "none"])).toBe("cancelled");
    expect(combineStatuses(["held", "partly_held"])).toBe("partly_held");
    expect(combineStatuses(["new", "not_arrived"])).toBeUndefined();
  });

  it("has the column with results on the side of the plan, also where there is a plan", () => {
    const years = [anEntry(2024, { column: "plan" }), anEntry(2024, { column: "plan_including_results" })];
    expect(sideBySide(years)).toMatchObject([{ plan: { column: "plan_including_results" }, result: null }]);
    expect(latestEntry(years, 2024)?.column).toBe("plan_including_results");
    expect(latestEntry([...years, anEntry(2024)], 2024)?.column).toBe("result");
    expect(latestEntry(years, 2023)).toBeUndefined();
  });

  it("has plan and result side by side, newest first", () => {
    const years = [
      anEntry(2023),
      anEntry(2023, { column: "plan" }),
      anEntry(2024, { column: "plan_including_results" }),
    ];
    expect(sideBySide(years).map(({ fiscalYear, plan, result }) => [fiscalYear, plan?.column, result?.column])).toEqual(
      [
        [2024, "plan_including_results", undefined],
        [2023, "plan", "result"],
      ],
    );
  });
});
