import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { formOf, submittedForm } from "../../../../test/support/sent-form.ts";
import {
  type Actor,
  CLI,
  LOCAL_OPERATOR,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { listProgrammeHistory } from "../../programme-history-store.ts";
import { findProgramme } from "../../programme-store.ts";
import { recordProgramme } from "../../record-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";

let db: TestDatabase;
let editor: Actor;
let stranger: Actor;
let visitor: Actor = LOCAL_OPERATOR;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  const other = await addBody(db.owner, "札幌市", "01100");
  stranger = await addMember(db.owner, other, "鈴木 二", "municipal_editor");
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
  visitor = LOCAL_OPERATOR;
});
afterAll(() => db.drop());

async function get(path: string) {
  const response = await app.request(path);
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

async function post(path: string, form: URLSearchParams | Readonly<Record<string, string>>) {
  const response = await app.request(path, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

const first = aProgramme({ overview: "はじめの文", years: [anEntry(2023, { events: [anEvent({ place: "香港" })] })] });

/** Version 1 as recorded; version 2 without the year 2023; version 3 with another overview. */
async function changedTwice(owner = "46000"): Promise<string> {
  const actor = visitor;
  const outcome = await db.database.write(CLI, (tx) => recordProgramme(tx, CLI, { owner, facts: first, reason: null }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const own = `/programmes/${outcome.value.id}`;
  await post(`${own}/years/2023/result`, { version: "1", act: "removed", reason: "まちがい" });
  await post(`${own}/edit`, { ...formOf((await get(`${own}/edit`)).html), overview: "あとの文" });
  expect([(await stored(own)).version, visitor]).toEqual([3, actor]);
  return own;
}

async function stored(own: string) {
  const found = await db.database.read(CLI, (tx) => findProgramme(tx, own.slice("/programmes/".length)));
  if (found === undefined) throw new Error(`${own} is not there`);
  return found;
}

describe("an earlier version of a programme", () => {
  test("is read at its number and at a day, by those who work on it", async () => {
    const own = await changedTwice();
    const { html } = await get(`${own}?version=1`);
    for (const said of ["第1版（", "はじめの文", "第9回みどり・香港交流会議", "この版に戻す"])
      expect(html).toContain(said);
    for (const done of ["あとの文", "/years/2023/result"]) expect(html).not.toContain(done);
    expect((await get(`${own}/history`)).html).toContain(`href="${own}?version=1">第1版を見る・この版に戻す`);
    expect(await get(`${own}?version=3`)).toMatchObject({ status: 303, location: own });
    expect(await get(`${own}?version=9`)).toMatchObject({ status: 303, location: `${own}/history` });
    for (const on of ["いつか", "1990-01-01"]) {
      const { location } = await get(`${own}?on=${encodeURIComponent(on)}`);
      expect((await get(location)).html).toContain(`「${on}」の内容はありません`);
    }
    expect(await get(`${own}?on=2099-01-01`)).toMatchObject({ status: 303, location: own });
  });

  test("is not shown to the public, who read what is published now", async () => {
    const own = await changedTwice();
    visitor = PUBLIC;
    const { status, html } = await get(`${own}?version=1`);
    expect([status, html.includes("あとの文"), html.includes("はじめの文")]).toEqual([200, true, false]);
    expect((await get(`${own}/restore?version=1`)).status).toBe(403);
    expect((await post(`${own}/restore`, { restore: "1", version: "3", part: "overview", reason: "x" })).status).toBe(
      403,
    );
  });
});

describe("putting it back", () => {
  test("asks which parts and why, and is a new version of its own", async () => {
    const own = await changedTwice();
    const { html } = await get(`${own}/restore?version=1`);
    for (const said of ["今: あとの文", "戻すと: はじめの文", "消えているものが元に戻ります"])
      expect(html).toContain(said);
    const form = submittedForm(html);
    expect(form.getAll("part")).toEqual(["overview", "2023.result"]);
    const open = await post(`${own}/restore`, form);
    expect([open.status, open.html.includes("理由を入力してください")]).toEqual([422, true]);
    form.set("reason", "まちがえて消した");
    expect(await post(`${own}/restore`, form)).toMatchObject({ status: 303, location: `${own}?saved=restored` });
    const now = await stored(own);
    expect([now.version, now.facts]).toEqual([4, first]);
    const [entry] = await db.database.read(CLI, (tx) => listProgrammeHistory(tx, now.id));
    expect(entry).toMatchObject({ action: "restored", restoredVersion: 1, reason: "まちがえて消した" });
    const history = (await get(`${own}/history`)).html;
    for (const said of ["前の版に戻した", "第1版の内容に戻しました", "理由: まちがえて消した"])
      expect(history).toContain(said);
  });

  test("takes only what is chosen, and asks for at least one", async () => {
    const own = await changedTwice();
    const form = { restore: "1", version: "3", reason: "年度だけ" };
    const none = await post(`${own}/restore`, form);
    expect([none.status, none.html.includes('href="#part"')]).toEqual([422, true]);
    await post(`${own}/restore`, { ...form, part: "2023.result" });
    expect((await stored(own)).facts).toEqual({ ...first, overview: "あとの文" });
  });

  test("is refused when somebody saved meanwhile, and when nothing differs says so", async () => {
    const own = await changedTwice();
    const late = await post(`${own}/restore`, { restore: "1", version: "2", reason: "古い", part: "overview" });
    expect([late.status, late.html.includes("先に変更されています")]).toEqual([409, true]);
    expect((await stored(own)).version).toBe(3);
    expect((await get(`${own}/restore?version=3`)).html).toContain("今の内容と同じです");
    expect((await get(`${own}/restore?version=8`)).status).toBe(303);
  });

  test("waits for approval where the body asks for it, and is for nobody else", async () => {
    visitor = editor;
    const own = await changedTwice("46201");
    await post(`${own}/restore`, { restore: "1", version: "3", reason: "戻す", part: "overview" });
    const now = await stored(own);
    expect([now.state, now.facts.overview]).toEqual(["draft", "はじめの文"]);
    visitor = stranger;
    expect((await get(`${own}/restore?version=1`)).status).toBe(404);
    expect((await post(`${own}/restore`, { restore: "1", version: "4", reason: "x", part: "title" })).status).toBe(404);
  });
});
