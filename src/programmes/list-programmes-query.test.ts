import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { member } from "../../test/support/members.ts";
import { CLI, LOCAL_OPERATOR, PUBLIC, SYSTEM } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { anEntry, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const own = (owner: string, facts: Partial<programmes.ProgrammeFacts>) =>
    db.database.write(CLI, (tx) =>
      programmes.recordProgramme(tx, CLI, { owner, facts: aProgramme(facts), reason: null }),
    );
  await own("46000", {
    ...{ number: 2, title: "港湾交流", fields: ["①"], startFiscalYear: { asPrinted: "令和2年度", fiscalYear: 2020 } },
    years: [anEntry(2022), anEntry(2023, { status: "cancelled", reasonAsPrinted: "台風のため" })],
  });
  await own("46000", {
    ...{ number: 1, title: "姉妹都市会議", recurrence: { everyYears: 2, isAlternating: true, asPrinted: "隔年" } },
    partners: [{ name: "釜山広域市", formerName: null, country: "KR" }],
    years: [
      anEntry(2023, { column: "plan", status: "planned" }),
      anEntry(2023, { status: "held" }),
      anEntry(2024, { column: "plan", status: "none_biennial" }),
    ],
  });
  await own("01100", { number: 7, title: "雪の都市会議", partners: [], startFiscalYear: null, years: [] });
});
afterAll(() => db.drop());

const list = (criteria: programmes.ProgrammeCriteria, request: Partial<programmes.ProgrammeListRequest> = {}) =>
  db.database.read(PUBLIC, (tx) => programmes.listProgrammes(tx, { criteria, ...request }));
const titles = async (criteria: programmes.ProgrammeCriteria) => (await list(criteria)).rows.map(({ title }) => title);

test("a list follows whose the programmes are and their numbers in the report", async () => {
  expect(await titles({})).toEqual(["雪の都市会議", "姉妹都市会議", "港湾交流"]);
  expect(await titles({ government: "46000" })).toEqual(["姉妹都市会議", "港湾交流"]);
  expect(await titles({ prefecture: "01" })).toEqual(["雪の都市会議"]);
});

test("what did not take place in a fiscal year, and why", async () => {
  const { rows } = await list({ fiscalYear: 2023, status: "cancelled" });
  expect(rows.map(({ title, year }) => [title, year])).toEqual([
    ["港湾交流", { fiscalYear: 2023, column: "result", status: "cancelled", reason: "台風のため" }],
  ]);
});

test("a result takes the place of its plan", async () => {
  expect(await titles({ fiscalYear: 2023, status: "planned" })).toEqual([]);
  expect(await titles({ fiscalYear: 2023, status: "held" })).toEqual(["姉妹都市会議"]);
});

test("criteria by field, country, start and recurrence", async () => {
  expect(await titles({ field: "①" })).toEqual(["港湾交流"]);
  expect(await titles({ field: "unknown" })).toEqual(["雪の都市会議", "姉妹都市会議"]);
  expect(await titles({ country: "HK" })).toEqual(["港湾交流"]);
  expect(await titles({ country: "unknown" })).toEqual(["雪の都市会議"]);
  expect(await titles({ startFiscalYear: 2020 })).toEqual(["港湾交流"]);
  expect(await titles({ startFiscalYear: "unknown" })).toEqual(["雪の都市会議"]);
  expect(await titles({ recurrence: "every_few_years" })).toEqual(["姉妹都市会議"]);
});

test("words find titles, partners, countries by any name and local governments", async () => {
  expect(await titles({ q: "都市会議" })).toEqual(["雪の都市会議", "姉妹都市会議"]);
  expect(await titles({ q: "韓国" })).toEqual(["姉妹都市会議"]);
  expect(await titles({ q: "釜山 会議" })).toEqual(["姉妹都市会議"]);
  expect(await titles({ q: "札幌市" })).toEqual(["雪の都市会議"]);
  expect(await titles({ q: "台風" })).toEqual(["港湾交流"]);
});

test("pages forwards and back meet every programme once in every order", async () => {
  for (const sort of programmes.PROGRAMME_SORTS) {
    const seen: string[] = [];
    let page = await list({}, { sort, limit: 1 });
    const first = page.rows[0]?.id;
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      page = await list({}, { sort, limit: 1, page: { after: page.next } });
    }
    expect([sort, new Set(seen).size, seen.length, page.total]).toEqual([sort, 3, 3, 3]);
    while (page.previous !== null) page = await list({}, { sort, limit: 1, page: { before: page.previous } });
    expect(page.rows[0]?.id).toBe(first);
  }
});

test("the working side is listed for those who work on it only", async () => {
  const working = (actor: Parameters<typeof db.database.read>[0]) =>
    db.database.read(actor, (tx) => programmes.listProgrammes(tx, { criteria: {}, side: "working" }));
  expect((await working(LOCAL_OPERATOR)).total).toBe(3);
  const { rows } = await working(member("46000", "prefecture_coordinator"));
  expect(rows.map(({ title, state }) => [title, state])).toEqual([
    ["姉妹都市会議", "approved"],
    ["港湾交流", "approved"],
  ]);
  expect((await working(PUBLIC)).total).toBe(0);
  expect((await working(member("46201", "municipal_editor"))).total).toBe(0);
});

test("an address says the criteria and is read back", () => {
  const criteria: programmes.ProgrammeCriteria = {
    q: "会議",
    government: "46000",
    field: "①",
    fiscalYear: 2023,
    status: "held",
    country: "KR",
    startFiscalYear: "unknown",
    recurrence: "every_few_years",
  };
  const parameters = programmes.programmeCriteriaToParameters(criteria);
  expect(programmes.programmeCriteriaFrom(parameters)).toEqual(criteria);
  expect(programmes.programmeCriteriaFrom(new URLSearchParams("year=x&status=y&field=10&country=korea"))).toEqual({});
});
