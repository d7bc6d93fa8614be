import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import {
  type Actor,
  CLI,
  type Member,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { submitProgramme } from "../../decide-programme.ts";
import { enterYear } from "../../enter-years.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { findProgramme } from "../../programme-store.ts";
import { recordProgramme } from "../../record-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { aDate, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";

let db: TestDatabase;
let editor: Member;
let approver: Member;
let visitor: Actor;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", visitor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
beforeEach(() => {
  visitor = editor;
});
afterAll(() => db.drop());

async function recorded(own: Partial<ProgrammeFacts>): Promise<string> {
  const facts = aProgramme(own);
  const outcome = await db.database.write(CLI, (tx) =>
    recordProgramme(tx, CLI, { owner: "46201", facts, reason: null }),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.id;
}

const found = async (id: string) => (await db.database.read(CLI, (tx) => findProgramme(tx, id)))!;

async function opened(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

async function send(path: string, entries: readonly (readonly [string, string])[]) {
  const response = await app.request(path, {
    method: "POST",
    body: new URLSearchParams(entries.map(([k, v]) => [k, v])),
  });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

const meeting = anEvent({ date: aDate("2023年11月22日"), place: "鹿児島", direction: null });
const TURNS = { everyYears: 2, isAlternating: true, asPrinted: "２年ごとに交互の地において開催" };

test("before any programme is on record the checklist does not say that nothing is missing", async () => {
  const html = await opened("/programmes/checklist?year=2024");
  expect(html).toContain("この団体の事業は、まだ記録されていません。");
  expect(html).not.toContain("足りないものはありません");
  for (const [path, next] of [
    ["/programmes/roll-forward", "/programmes/new"],
    ["/programmes/years", "/programmes"],
    ["/programmes/report", "/programmes"],
  ] as const) {
    const state = /<div class="state">.*?<\/div><\/div>/su.exec(await opened(path))?.[0] ?? "";
    expect(state, path).toMatch(new RegExp(`href="${next}" class="btn`, "u"));
  }
});

test("a year is rolled forward after it was shown, and back while nothing is entered", async () => {
  const yearly = await recorded({ title: "毎年の事業", years: [anEntry(2023)] });
  const title = "鹿児島・香港交流会議";
  const turns = await recorded({ title, recurrence: TURNS, years: [anEntry(2023, { events: [meeting] })] });
  const html = await opened("/programmes/roll-forward?year=2024");
  expect(html).toContain("隔年のためなし");
  expect(await found(yearly)).toMatchObject({ version: 1 });
  const chosen = [...html.matchAll(/name="programme" value="([^"]+)"/g)].map(
    ([, value]) => ["programme", value!] as const,
  );
  const form = [["owner", "46201"], ["year", "2024"], ...chosen] as const;
  const rolled = await send("/programmes/roll-forward", form);
  expect(rolled.location).toContain("done=rolled-2");
  expect((await found(yearly)).facts.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2023, 2024]);
  expect((await found(turns)).facts.years[1]).toMatchObject({ column: "plan", status: "none_biennial" });
  expect(await opened("/programmes/roll-forward?year=2024")).toContain("この年度の記録がもうあります");

  const undo = [
    ["owner", "46201"],
    ["year", "2024"],
  ] as const;
  const { version } = await found(yearly);
  const entry = anEntry(2024, { column: "plan", status: "planned", text: "入力した" });
  await db.database.write(editor, (tx) =>
    enterYear(tx, editor, { id: yearly, expectedVersion: version, entry }, { reason: null }),
  );
  expect((await send("/programmes/roll-forward/undo", undo)).html).toContain("何も消していません");
});

test("the checklist says what a year lacks and compares no part of a year with a whole one", async () => {
  const id = await recorded({ title: "足りない事業", overview: null, partners: [], years: [] });
  const html = await opened("/programmes/checklist?year=2023");
  expect(html).toContain("足りない事業");
  expect(html).toContain("事業概要がありません");
  expect(html).toContain("実績がありません");
  expect(html).toContain(`/programmes/${id}#fy2023`);
});

test("many are approved at once, all or none, and not by those who sent them", async () => {
  const ids = [await recorded({ title: "甲の事業" }), await recorded({ title: "乙の事業" })];
  for (const id of ids) {
    const entry = anEntry(2023);
    await db.database.write(editor, (tx) => enterYear(tx, editor, { id, expectedVersion: 1, entry }, { reason: null }));
    await db.database.write(editor, (tx) => submitProgramme(tx, editor, { id, expectedVersion: 2, message: null }));
  }
  expect(await opened("/programmes/checklist")).not.toContain("選んだ事業を承認して公開する");
  expect(await opened("/programmes/checklist")).toContain("/programmes/grid?");
  visitor = approver;
  const list = await opened("/programmes/checklist");
  expect(list).toContain("甲の事業");
  // who approves and does not edit is not led to forms that refuse
  expect(list).not.toContain("/programmes/grid?");
  expect(list).not.toContain("/programmes/workbook?");
  const stale = await send("/programmes/checklist/approve", [
    ["programme", `${ids[0]}:3`],
    ["programme", `${ids[1]}:2`],
  ]);
  expect([stale.status, stale.html.includes("どの事業も承認していません")]).toEqual([409, true]);
  expect(await found(ids[0]!)).toMatchObject({ state: "in_review" });
  const done = await send(
    "/programmes/checklist/approve",
    ids.map((id) => ["programme", `${id}:3`] as const),
  );
  expect(done.location).toContain("approved=2");
  expect((await found(ids[1]!)).published?.facts.years).toHaveLength(1);
});
