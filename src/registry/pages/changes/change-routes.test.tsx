import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../../../test/support/database.ts";
import { type Actor, LOCAL_OPERATOR, PUBLIC, type RequestEnv, routedPath } from "../../../platform/index.ts";
import { registryRoutes } from "../../routes.tsx";

let db: TestDatabase;
beforeAll(async () => {
  db = await databaseWithSample();
});
afterAll(() => db.drop());

async function ask(actor: Actor, path: string, form?: Record<string, string>): Promise<Response> {
  const app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", actor);
    c.set("requestId", "test");
    c.set("lang", "ja");
    await next();
  });
  app.route("/", registryRoutes({ database: db.database }));
  return app.request(path, form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) });
}

const operator = ask.bind(null, LOCAL_OPERATOR);
const visitor = ask.bind(null, PUBLIC);

test("a withdrawn agreement leaves what the public reads, and comes back", async () => {
  const path = "/agreements/A000010";
  const missing = await operator(`${path}/withdraw`, { version: "1", reason: " " });
  expect([missing.status, (await missing.text()).includes("理由を入力してください")]).toEqual([422, true]);
  expect((await operator(`${path}/withdraw`, { version: "1", reason: "二重に登録した" })).status).toBe(303);
  expect((await visitor(path)).status).toBe(404);
  expect(await (await visitor("/agreements")).text()).toContain("148件の提携・協定");
  expect(await (await operator(path)).text()).toContain("この記録の公開は取りやめています");
  expect(await (await operator("/agreements/drafts?state=withdrawn")).text()).toContain('href="/agreements/A000010"');
  expect((await visitor("/agreements/drafts")).status).toBe(403);
  const again = await operator(`${path}/withdraw`, { version: "2", reason: "もう一度" });
  expect([again.status, (await again.text()).includes("すでに公開を取りやめています")]).toEqual([409, true]);
  expect((await operator(`${path}/publish`, { version: "2", reason: "" })).status).toBe(303);
  expect((await visitor(path)).status).toBe(200);
});

test("an address that is no record's number is not found", async () => {
  expect((await operator("/agreements/A000012/merge?with=%00")).status).toBe(404);
  const form = { with: "\0", version: "1", otherVersion: "1", reason: "写し" };
  expect((await operator("/agreements/A000012/merge", form)).status).toBe(404);
});

test("no reason keeps an address that looks personal", async () => {
  const reason = "yamada.taro@pref.example.lg.jp に確認した";
  for (const [path, form] of [
    ["/agreements/A000012/withdraw", { version: "1", reason }],
    ["/agreements/A000012/publish", { version: "1", reason }],
    ["/agreements/A000012/merge", { with: "A000013", version: "1", otherVersion: "1", reason }],
    ["/agreements/new", { title: "覚書", "japan.0.name": "静岡県", "foreign.0.name": "中華人民共和国浙江省", reason }],
  ] as const) {
    const refused = await operator(path, form);
    expect([path, refused.status]).toEqual([path, 422]);
    expect(await refused.text()).toContain("個人のものとみられるメールアドレス");
  }
  const { rows } = await db.owner.query("select 1 from agreement_version v where v::text like '%yamada%'");
  expect(rows).toEqual([]);
});

test("a withdrawal of a version somebody changed meanwhile is not done", async () => {
  const response = await operator("/agreements/A000011/withdraw", { version: "7", reason: "x" });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain("この画面を開いたあとに、記録が変更されました");
  expect((await visitor("/agreements/A000011")).status).toBe(200);
});

test("two records become one: the old address leads on, and the merge can be undone from the history", async () => {
  const own = "/agreements/A000001";
  expect(await (await operator(`${own}/merge?q=大連市`)).text()).toContain("この記録とくらべる");
  const compared = await (await operator(`${own}/merge?with=A000002`)).text();
  expect(compared).toContain("別の提携・協定かもしれません");
  const form = { with: "A000002", version: "1", otherVersion: "1" };
  expect((await operator(`${own}/merge`, { ...form, reason: "" })).status).toBe(422);
  const merged = await operator(`${own}/merge`, { ...form, reason: "同じ覚書の写し" });
  expect(merged.headers.get("location")).toBe(`${own}?saved=merged`);
  const old = await visitor("/agreements/A000002");
  expect([old.status, old.headers.get("location")]).toEqual([302, own]);
  expect((await visitor("/agreements/A000002.json")).headers.get("location")).toBe(`${own}.json`);
  expect(await (await operator("/agreements/A000002")).text()).toContain("別の記録に統合されています");
  const history = await (await operator(`${own}/history`)).text();
  const undo = /action="(\/agreements\/A000001\/merges\/\d+\/undo)"/.exec(history)![1]!;
  expect((await operator(undo, {})).headers.get("location")).toBe(`${own}?saved=separated`);
  expect((await visitor("/agreements/A000002")).status).toBe(200);
  expect(await (await visitor("/agreements")).text()).toContain("149件の提携・協定");
});

test("a record is not merged with itself or with one that does not exist", async () => {
  expect((await operator("/agreements/A000001/merge?with=A000001")).status).toBe(404);
  expect((await operator("/agreements/A000001/merge?with=A999999")).status).toBe(404);
});

test("the public reads that and when a record changed, not who and what", async () => {
  const path = "/agreements/A000012/history";
  const open = await (await visitor(path)).text();
  expect(open).toContain("登録、第1版");
  expect(open).not.toContain("架け橋（自動）");
  expect(await (await operator(path)).text()).toContain("架け橋（自動）");
});

test("an operator reads the record as it stood on a day, in any notation; before it began there is none", async () => {
  const path = "/agreements/A000012";
  expect(await (await operator(`${path}?on=2099-12-31`)).text()).toContain("第1版の内容を表示しています");
  expect((await operator(`${path}?on=${encodeURIComponent("平成20年5月1日")}`)).status).toBe(404);
  expect((await operator(`${path}?on=abc`)).headers.get("location")).toBe(`${path}/history`);
  expect((await visitor(`${path}?on=2099-12-31`)).status).toBe(403);
});

test("a table speaks of the agreements it counts, not of those without a field", async () => {
  const lead = async () =>
    /175掲載、うち再掲26。協定としては(\d+)件/u.exec(await (await visitor("/tables/by-field")).text())?.[1];
  const before = await lead();
  const form = { title: "分野のない覚書", "japan.0.name": "静岡県", "foreign.0.name": "中華人民共和国浙江省" };
  expect((await operator("/agreements/new", form)).status).toBe(303);
  expect([before, await lead()]).toEqual(["149", "149"]);
});
