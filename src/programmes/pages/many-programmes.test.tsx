/** A body with more than a thousand programmes: every page is bounded, says what it leaves out, and loses none. */
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Member, type RequestEnv, routedPath, SYSTEM, splitLanguage } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { listEventsBetween } from "../events-query.ts";
import { insertProgrammes } from "../programme-store.ts";
import { programmeRoutes } from "../routes.tsx";
import { aDate, anEntry, anEvent, aProgramme } from "../testing/programme-facts.ts";
import { ownersInWork } from "./cycle/work-place.tsx";

const MANY = 1_001;
const OWNER = "01100";

let db: TestDatabase;
let editor: Member;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const city = await addBody(db.owner, "札幌市", OWNER);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  await db.database.write(editor, (tx) =>
    insertProgrammes(
      tx,
      Array.from({ length: MANY }, (_, at) => ({ owner: OWNER, ownerName: null, facts: factsOf(at), isPublic: true })),
    ),
  );
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", editor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
afterAll(() => db.drop());

const PEOPLE = { direction: "received", label: "受入", place: null, country: "KR", plan: false } as const;

function factsOf(at: number) {
  const event = anEvent({ name: `第${at}回`, date: aDate(at < 20 ? "2023年6月9日" : `2023年7月${1 + (at % 2)}日`) });
  const year = anEntry(2023, {
    ...(at % 10 === 0 ? { status: "cancelled" as const } : {}),
    events: [event],
    people: [{ ...PEOPLE, count: 2, asPrinted: "2名" }],
  });
  const start = { asPrinted: "平成26年度", fiscalYear: 2014 };
  return aProgramme({ number: at + 1, title: `事業${at + 1}`, overview: null, startFiscalYear: start, years: [year] });
}

async function opened(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

const send = (path: string, form: URLSearchParams) => app.request(path, { method: "POST", body: form });
const times = (html: string, words: string | RegExp) => html.split(words).length - 1;

test("a year is rolled forward for all of them at once, the table showing the first", async () => {
  const html = await opened("/programmes/roll-forward?year=2024");
  expect(times(html, 'name="programme"')).toBe(300);
  expect(html).toContain(`表に示していない${MANY - 300}件も進める（はじめの状況：計画 ${MANY - 300}件）`);
  const form = new URLSearchParams({ owner: OWNER, year: "2024", "with-others": "yes" });
  for (const [, value = ""] of html.matchAll(/name="programme" value="([^"]+)"/g)) form.append("programme", value);
  form.set("others", /name="others" value="([^"]+)"/.exec(html)?.[1] ?? "");
  const location = (await send("/programmes/roll-forward", form)).headers.get("location");
  expect(location).toContain(`done=rolled-${MANY}`);
  const after = await opened(location ?? "");
  expect(after).toContain("1,001件の事業を令和6年度");
  expect(after).toContain("ほかに701件（この年度の記録がもうあります 701件）");
  const back = await send("/programmes/roll-forward/undo", new URLSearchParams({ owner: OWNER, year: "2024" }));
  expect(back.headers.get("location")).toContain(`done=undone-${MANY}`);
});

test("those behind the table stay when nobody chose them", async () => {
  const html = await opened("/programmes/roll-forward?year=2025");
  const others = /name="others" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const chosen = /name="programme" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const form = new URLSearchParams({ owner: OWNER, year: "2025", programme: chosen, others });
  expect((await send("/programmes/roll-forward", form)).headers.get("location")).toContain("done=rolled-1");
});

test("the checklist has pages", async () => {
  const html = await opened("/programmes/checklist?year=2026");
  expect(html).toContain("足りないものがある事業 1,001件（1,001件のうち）");
  expect(times(html, /事業概要がありません/)).toBe(50);
  const next = /<nav class="pager".*?href="([^"]+)"/su.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(await opened(next)).toContain(">事業51</a>");
});

test("a number of people opens all the rows behind it, page by page", async () => {
  const html = await opened("/programmes/reciprocity?year=2023&direction=received&country=KR");
  expect(html).toContain("2,002人のもとになる記録");
  expect(times(html, "<td")).toBeLessThan(1_000);
  expect(html).toContain("after=P");
});

test("anniversaries have pages", async () => {
  const html = await opened("/programmes/anniversaries?year=2024");
  expect(html).toContain("周年を迎えるもの 1,001件");
  expect(times(html, "10周年")).toBe(50);
});

test("a day of many events leads from the calendar to the list below", async () => {
  const html = await opened("/programmes/calendar?month=2023-06");
  const wall = /<section class="tablebox wall.*?<\/section>/su.exec(html)?.[0] ?? "";
  expect(times(wall, "<a ")).toBe(6);
  expect(wall).toContain(">ほか15件</a>");
  expect(wall).toContain('href="#events"');
  expect(html).toContain('id="events"');
});

test("a month of which only the first events are shown has no table of days, behind which days would look empty", async () => {
  const html = await opened("/programmes/calendar?month=2023-07");
  expect(html).toContain("はじめの500件だけ");
  expect(html).not.toContain("tablebox wall");
});

test("a feed of more events than it holds has those nearest to today", async () => {
  const days = { firstDay: "2023-01-01", lastDay: "2023-12-31", criteria: {}, limit: 3 };
  const events = await db.database.read(editor, (tx) => listEventsBetween(tx, { ...days, nearestTo: "2023-08-01" }));
  expect(events.map(({ firstDay }) => firstDay)).toEqual(["2023-07-02", "2023-07-02", "2023-07-02"]);
});

test("what did not take place is counted whole", async () => {
  expect(await opened("/programmes/not-held?year=2023")).toContain("実施しなかったもの 101件");
});

test("a report of more than a thousand is refused with the way to the records, as a page and as a file", async () => {
  const page = await app.request(`/programmes/report?government=${OWNER}&year=2024`);
  expect(page.status).toBe(422);
  expect(await page.text()).toContain("1,001件あります。画面で作れる報告は1,000件までです。");
  const file = await app.request(`/programmes/report.pdf?government=${OWNER}&year=2024`);
  expect(file.headers.get("location")).toBe(`/programmes/report?government=${OWNER}&year=2024`);
});

test("whoever works for more bodies than a list of counts holds can choose each of them", async () => {
  const { rows } = await db.owner.query<{ code: string }>("select code from local_government order by code limit 80");
  const facts = aProgramme({ years: [] });
  await db.database.write(SYSTEM, (tx) =>
    insertProgrammes(
      tx,
      rows.map(({ code }) => ({ owner: code, ownerName: null, facts, isPublic: false })),
    ),
  );
  const owners = await db.database.read(SYSTEM, (tx) => ownersInWork(tx, SYSTEM));
  expect(owners.length).toBeGreaterThanOrEqual(80);
});

test("a workbook of more than it holds is refused with the way to the table", async () => {
  const facts = aProgramme({ years: [] });
  await db.database.write(editor, (tx) =>
    insertProgrammes(
      tx,
      Array.from({ length: MANY }, () => ({ owner: OWNER, ownerName: null, facts, isPublic: false })),
    ),
  );
  const file = await app.request(`/programmes/report/workbook.xlsx?government=${OWNER}`);
  expect([file.status, file.headers.get("location")]).toEqual([303, `/programmes/workbook?government=${OWNER}`]);
  const page = await opened(`/programmes/workbook?government=${OWNER}`);
  expect(page).toMatch(/2,00\d件あり、一つの記入表に入る2,000件を超えています/u);
  expect(page).not.toContain("workbook.xlsx");
});
