import { describe, expect, it } from "vitest";
import type { Post, YearItem } from "./programme-year.ts";
import { isTurnYear, nextTurn, readRecurrence, sidesOf } from "./recurrence.ts";
import { rollForward } from "./roll-forward.ts";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const biennial = { everyYears: 2, isAlternating: true, asPrinted: "２年ごとに交互の地において開催" };
const held = anEntry(2024, { events: [anEvent({ edition: 9, place: "香港" })] });
const programme = aProgramme({ recurrence: biennial, years: [held] });

describe("a meeting that takes turns", () => {
  it.each([
    ["会議を２年ごとに交互の地において開催している", 2, true, "２年ごとに交互の地において開催"],
    ["隔年で開催する", 2, false, "隔年で開催"],
    ["三年に一度、交互に実施", 3, false, "三年に一度"],
    ["隔年実施のため計画なし", 2, false, "隔年実施"],
  ])("%s", (text, everyYears, isAlternating, asPrinted) => {
    expect(readRecurrence(text)).toEqual({ everyYears, isAlternating, asPrinted });
  });

  it.each(["毎年開催する", "2年おきに開く", "２年目の会議", "0年ごとに開催する"])("%s says nothing certain", (text) => {
    expect(readRecurrence(text)).toBeNull();
  });

  it("is named after its two sides", () => {
    expect(sidesOf("第８回鹿児島県・全羅北道交流協議会")).toEqual(["鹿児島県", "全羅北道"]);
    expect(sidesOf("「第24回みどり・香港経済交流会議」")).toEqual(["みどり", "香港"]);
    expect(sidesOf("技術者会議")).toBeNull();
  });

  it("comes next after its interval, at the other side, as an estimate from the last turn", () => {
    expect(nextTurn(programme)).toEqual({
      ...{ kind: "estimate", fiscalYear: 2026, name: "第10回みどり・香港交流会議", edition: 10, place: "みどり" },
      basis: { fiscalYear: 2024, name: "第9回みどり・香港交流会議", edition: 9, place: "香港" },
    });
    expect(nextTurn(programme, 2026)).toMatchObject({ fiscalYear: 2028, edition: 11, place: "香港" });
  });

  it("finds a renamed side under either name", () => {
    const years = [
      anEntry(2023, { events: [anEvent({ name: "第８回みどり県・青海道交流協議会", edition: 8, place: "みどり市" })] }),
    ];
    const partners = [{ name: "新青道", formerName: "青海道", country: "KR" }];
    expect(nextTurn({ recurrence: biennial, years, partners })).toMatchObject({
      place: "新青道",
      name: "第９回みどり県・青海道交流協議会",
    });
  });

  it("stays without a place, or without an answer, where nothing tells it", () => {
    const inWriting = [anEntry(2024, { events: [anEvent({ status: "held_in_writing" })] })];
    expect(nextTurn({ ...programme, years: inWriting })).toMatchObject({ fiscalYear: 2026, place: null });
    const cancelled = [anEntry(2024, { events: [anEvent({ status: "cancelled" })] })];
    expect(nextTurn({ ...programme, years: cancelled })).toEqual({ kind: "unknown", reason: "no_turn_on_record" });
    expect(nextTurn(aProgramme({ years: [held] }))).toEqual({ kind: "unknown", reason: "no_recurrence" });
  });
});

describe("the turn from which the next one is counted", () => {
  const place = "香港";
  const next = (...years: ReturnType<typeof anEntry>[]) => nextTurn({ ...programme, years });

  it("is the numbered meeting, also when other events came after it", () => {
    const later = anEntry(2025, { events: [anEvent({ name: "準備会合", edition: null })] });
    expect(next(held, later)).toMatchObject({ fiscalYear: 2026, edition: 10, basis: { fiscalYear: 2024 } });
    const unnumbered = anEntry(2024, { events: [anEvent({ name: "みどり・香港交流会議", edition: null, place })] });
    expect(next(unnumbered)).toMatchObject({
      fiscalYear: 2026,
      edition: null,
      name: "みどり・香港交流会議",
      place: "みどり",
    });
  });

  it("is no estimate: what nobody decided is not counted from", () => {
    const estimated = anEntry(2026, {
      column: "plan",
      events: [anEvent({ edition: 10, status: "planned", isEstimate: true })],
    });
    expect(next(held, estimated)).toMatchObject({ fiscalYear: 2026, basis: { fiscalYear: 2024 } });
  });

  it("gives its own place where the sides do not take turns", () => {
    const inPlace = { ...biennial, isAlternating: false };
    expect(nextTurn({ ...programme, recurrence: inPlace })).toMatchObject({ fiscalYear: 2026, place: "香港" });
  });
});

describe("rolling a year forward", () => {
  it("plans the turn as an estimate, and nothing in the year between", () => {
    expect(rollForward(programme, 2025)).toMatchObject({
      ok: true,
      value: { column: "plan", status: "none_biennial", events: [] },
    });
    expect(rollForward(programme, 2026)).toMatchObject({
      ok: true,
      value: { status: "planned", events: [{ edition: 10, place: "みどり", date: null, isEstimate: true }] },
    });
  });

  it("counts from the turn before the year, whatever is planned for later ones", () => {
    const later = anEntry(2028, {
      column: "plan",
      status: "planned",
      events: [anEvent({ edition: 11, place: "香港" })],
    });
    expect(rollForward({ ...programme, years: [held, later] }, 2026)).toMatchObject({
      value: { events: [{ name: "第10回みどり・香港交流会議", edition: 10, place: "みどり" }] },
    });
  });

  it("says none of every third year's meeting, and biennial only of one every two years", () => {
    const everyThird = { ...programme, recurrence: { ...biennial, everyYears: 3 } };
    expect(rollForward(everyThird, 2025)).toMatchObject({ value: { status: "none" } });
    expect(rollForward(everyThird, 2027)).toMatchObject({ value: { status: "planned" } });
  });

  it("takes the turn's year from those before it, not from the year itself", () => {
    const planned = anEntry(2025, { column: "plan", events: [anEvent({ edition: 10, status: "planned" })] });
    expect(isTurnYear({ recurrence: biennial, years: [held, planned] }, 2025)).toBe(false);
  });

  it("begins in the start year, with the sub-items of the last year before, without club lists and posts", () => {
    const item = (own: Partial<YearItem>): YearItem => ({
      ...{ mark: "(1)", level: 1, label: "研修", status: "held", reasonAsPrinted: null, text: "", post: null, ...own },
    });
    const post: Post = {
      ...{ title: "CIR", nationality: "英国", country: "GB", status: "new" as const, yearOfService: 1 },
      ...{ since: null, reasonAsPrinted: null },
    };
    const items = [
      item({}),
      item({ mark: "・", label: "みどり会" }),
      item({ mark: "①", level: 2, label: "講演" }),
      item({ mark: "(2)", label: "英国籍CIR", post }),
    ];
    const later = anEntry(2026, { items: [item({ label: "後の年の内訳" })] });
    const yearly = aProgramme({ years: [anEntry(2024, { items }), later] });
    const rolled = rollForward(yearly, 2025);
    expect(rolled.ok && rolled.value.items.map(({ label }) => label)).toEqual(["研修"]);
    expect(rollForward(aProgramme(), 1990)).toMatchObject({ ok: true });
  });

  it("takes over the names of sub-items and no results", () => {
    const item = {
      mark: "(1)",
      level: 1,
      label: "第9回会議の開催",
      status: "held",
      reasonAsPrinted: "書面",
      text: "開いた",
      post: null,
    } as const;
    const yearly = aProgramme({ years: [anEntry(2024, { items: [item], text: "開いた" })] });
    expect(rollForward(yearly, 2025)).toMatchObject({
      ok: true,
      value: {
        status: "planned",
        text: "",
        items: [{ label: "会議の開催", status: "planned", reasonAsPrinted: null, text: "" }],
      },
    });
  });

  it("refuses a year that is there, and one before the start", () => {
    expect(rollForward(programme, 2024)).toMatchObject({ ok: false, problem: { code: "year_exists" } });
    expect(rollForward(programme, 1989)).toMatchObject({ ok: false, problem: { code: "year_before_start" } });
  });
});
