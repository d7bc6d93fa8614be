import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, LOCAL_OPERATOR, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import { recordAgreement, syncLocalGovernments } from "../registry/index.ts";
import { programmesWithAnniversary } from "./beginnings-query.ts";
import { listEventsBetween, listEventsOfYear, nearestEvents } from "./events-query.ts";
import { programmeFacetCounts } from "./facet-counts-query.ts";
import { programmesOfAgreement } from "./linked-programmes-query.ts";
import { listProgrammes } from "./list-programmes-query.ts";
import { listNotHeld } from "./not-held-query.ts";
import { listPeople, peopleTotals } from "./people-totals-query.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { YearItem } from "./programme-year.ts";
import { recordProgramme } from "./record-programme.ts";
import { listTakingTurns } from "./recurring-query.ts";
import { aCount, aDate, anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";
import { yearMatrix } from "./year-matrix-query.ts";

/** Of each year what is known in the end counts: plans whose result is there are in none of these lists and totals. */
let db: TestDatabase;
let agreement: string;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  agreement = await db.database.write(LOCAL_OPERATOR, async (tx) => {
    const outcome = await recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts(), reason: null });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.id;
  });
  for (const facts of programmes()) {
    await db.database.write(CLI, (tx) => recordProgramme(tx, CLI, { owner: "46000", facts, reason: null }));
  }
});
afterAll(() => db.drop());

const event = (name: string, date: string | null, own: Partial<ReturnType<typeof anEvent>> = {}) =>
  anEvent({ name, edition: null, date: date === null ? null : aDate(date), ...own });
const item = (label: string, status: YearItem["status"], reasonAsPrinted: string | null = null): YearItem => ({
  ...{ mark: "(1)", level: 1, label, status, reasonAsPrinted, text: "", post: null },
});
const started = (fiscalYear: number) => ({ asPrinted: `${fiscalYear}年度`, fiscalYear });

function programmes(): readonly ProgrammeFacts[] {
  return [
    aProgramme({
      ...{ number: 1, title: "訪問団", startFiscalYear: started(2014), agreementIds: [agreement] },
      years: [
        anEntry(2023, {
          ...{ column: "plan", status: "planned", people: [aCount(50, { plan: true })] },
          events: [event("計画の訪問", "令和5年6月1日")],
        }),
        anEntry(2023, {
          events: [
            event("長い滞在", "令和5年5月20日～6月10日"),
            event("日の決まらない会", null),
            event("秋の会", "令和5年10月"),
          ],
          people: [aCount(3, { label: "団員" }), aCount(2, { label: "随員", plan: null })],
        }),
        anEntry(2024, { column: "plan", status: "planned", events: [event("年度の行事", "令和6年度")] }),
      ],
    }),
    aProgramme({
      ...{ number: 2, title: "研修", startFiscalYear: started(2024), partners: [] },
      years: [
        anEntry(2023, { column: "plan", status: "cancelled", reasonAsPrinted: "計画の時点の中止" }),
        anEntry(2023, {
          items: [item("英国籍CIR", "not_arrived", "渡航できないため"), item("講座", "held")],
          events: [
            event("中止の講演", "令和5年8月1日", { status: "cancelled" }),
            event("講座の回", "令和5年9月1日", { status: "cancelled", item: "講座" }),
          ],
          people: [aCount(1, { direction: "sent" })],
        }),
        anEntry(2024, { column: "plan", status: "undecided" }),
        anEntry(2024, { column: "plan_including_results", status: "planned_or_held" }),
        anEntry(2022, { status: "none", reasonAsPrinted: "申請がないため" }),
      ],
    }),
    aProgramme({
      ...{ number: 3, title: "中止した年のある会議", startFiscalYear: started(2013) },
      years: [
        anEntry(2023, {
          ...{ status: "cancelled", reasonAsPrinted: "台風のため" },
          events: [event("中止の会議", "令和5年7月1日", { status: "cancelled" })],
        }),
        anEntry(2022, { events: [event("行き", "令和4年7月1日", { direction: "sent" })] }),
        anEntry(2021, { events: [event("来訪", "令和3年7月1日", { direction: "received" })] }),
      ],
    }),
    aProgramme({
      ...{ number: 4, title: "毎年の派遣", startFiscalYear: null },
      recurrence: { everyYears: 1, isAlternating: false, asPrinted: "毎年" },
      years: [anEntry(2019, { events: [event("派遣", "令和元年7月1日", { direction: "sent" })] })],
    }),
  ];
}

const read = <T>(work: (tx: Tx) => Promise<T>) => db.database.read(PUBLIC, work);
const namesOf = (events: readonly Readonly<{ name: string }>[]) => events.map(({ name }) => name);

describe("events", () => {
  const between = (firstDay: string, lastDay: string) =>
    read(async (tx) => namesOf(await listEventsBetween(tx, { criteria: {}, firstDay, lastDay })));

  test("of a month are those that touch it, also when they began before it", async () => {
    expect(await between("2023-06-01", "2023-06-30")).toEqual(["長い滞在"]);
    expect(await between("2023-05-01", "2023-05-31")).toEqual(["長い滞在"]);
    expect(await between("2023-07-01", "2023-07-31")).toEqual(["中止の会議"]);
  });

  test("of a fiscal year are those of its result, undated ones last", async () => {
    const events = await read((tx) => listEventsOfYear(tx, { criteria: {}, fiscalYear: 2023 }));
    expect(namesOf(events)).toEqual(["長い滞在", "中止の会議", "中止の講演", "講座の回", "秋の会", "日の決まらない会"]);
  });

  test("before and after some days are the nearest; what is known by its year only is none", async () => {
    const nearest = (firstDay: string, lastDay: string) =>
      read((tx) => nearestEvents(tx, { criteria: {}, firstDay, lastDay }));
    expect(await nearest("2023-06-15", "2023-06-20")).toEqual({ before: "2023-05-20", after: "2023-07-01" });
    expect(await nearest("2023-11-01", "2023-11-30")).toEqual({ before: "2023-10-01", after: null });
  });
});

test("people are those of the result; a total says when some of it may still be a plan, and opens its rows", async () => {
  const request = { criteria: {}, from: 2023, to: 2023 };
  const totals = await read((tx) => peopleTotals(tx, request));
  expect(totals).toEqual([
    { fiscalYear: 2023, direction: "received", country: "BR", count: 5, includesPlan: true, programmes: 1 },
    { fiscalYear: 2023, direction: "sent", country: "BR", count: 1, includesPlan: false, programmes: 1 },
  ]);
  const behind = await read((tx) => listPeople(tx, { ...request, direction: "received" }));
  expect([behind.total, behind.people]).toEqual([2, 5]);
  expect(behind.entries.map(({ label, count }) => [label, count])).toEqual([
    ["団員", 3],
    ["随員", 2],
  ]);
  const ofHongKong = await read((tx) => peopleTotals(tx, { ...request, criteria: { country: "HK" } }));
  expect(ofHongKong.map(({ count }) => count)).toEqual([5]);
});

test("what did not take place: whole years, parts and events of a year that did, each once", async () => {
  const notHeld = (fiscalYear: number) =>
    read(async (tx) =>
      (await listNotHeld(tx, { criteria: {}, fiscalYear })).rows.map(({ title, item: part, status, reason }) => [
        ...[title, part, status, reason],
      ]),
    );
  expect(await notHeld(2023)).toEqual([
    ["研修", "英国籍CIR", "not_arrived", "渡航できないため"],
    ["研修", "中止の講演", "cancelled", null],
    ["中止した年のある会議", null, "cancelled", "台風のため"],
  ]);
  expect(await notHeld(2022)).toEqual([["研修", null, "none", "申請がないため"]]);
});

describe("the list and the matrix", () => {
  test("a list shows of a year what is known in the end, of all years the newest", async () => {
    const years = async (fiscalYear?: number) => {
      const criteria = fiscalYear === undefined ? {} : { fiscalYear };
      const { rows } = await read((tx) => listProgrammes(tx, { criteria }));
      return rows.map(({ title, year }) => [title, year?.column, year?.status]);
    };
    expect(await years(2023)).toEqual([
      ["訪問団", "result", "held"],
      ["研修", "result", "held"],
      ["中止した年のある会議", "result", "cancelled"],
    ]);
    expect((await years())[1]).toEqual(["研修", "plan_including_results", "planned_or_held"]);
  });

  test("the page before the first page leads on to it again", async () => {
    const page = (request: object) => read((tx) => listProgrammes(tx, { criteria: {}, limit: 2, ...request }));
    const first = await page({});
    const second = await page({ page: { after: first.next } });
    expect([second.rows.length, second.next]).toEqual([2, null]);
    const back = await page({ page: { before: second.previous } });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect([back.previous, back.next === null]).toEqual([null, false]);
  });

  test("the matrix has the years asked for, and the column with results before the plan", async () => {
    const { rows } = await read((tx) => yearMatrix(tx, { criteria: {}, from: 2023, to: 2024 }));
    const cells = (title: string) =>
      rows
        .find(({ programme }) => programme.title === title)
        ?.cells.map(({ fiscalYear, plan, result }) => [fiscalYear, plan?.status, result?.status]);
    expect(cells("研修")).toEqual([
      [2024, "planned_or_held", undefined],
      [2023, "cancelled", "held"],
    ]);
    expect(cells("毎年の派遣")).toEqual([]);
  });

  test("statuses are counted of a year only", async () => {
    const statuses = async (criteria: object) =>
      (await read((tx) => programmeFacetCounts(tx, { criteria }))).status.map(({ value, count }) => [value, count]);
    expect(await statuses({})).toEqual([]);
    expect(await statuses({ fiscalYear: 2023 })).toEqual([
      ["held", 2],
      ["cancelled", 1],
    ]);
  });
});

test("an anniversary comes after the start, never with it", async () => {
  const with10 = (fiscalYear: number) =>
    read(async (tx) => (await programmesWithAnniversary(tx, { fiscalYear, every: 10 })).map(({ title }) => title));
  expect([await with10(2024), await with10(2023), await with10(2025)]).toEqual([
    ["訪問団"],
    ["中止した年のある会議"],
    [],
  ]);
});

test("turns are taken by meetings every few years, and where visits go both ways", async () => {
  expect((await read((tx) => listTakingTurns(tx))).map(({ facts }) => facts.title)).toEqual(["中止した年のある会議"]);
});

test("an agreement's page says up to which year there are records", async () => {
  expect(await read((tx) => programmesOfAgreement(tx, agreement))).toMatchObject([
    { title: "訪問団", startFiscalYear: 2014, lastFiscalYear: 2024 },
  ]);
});
