import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Actor, type BodyRef, type Member, PUBLIC } from "../../platform/index.ts";
import { bodyRoutes } from "./body-routes.tsx";

const known = [
  { code: "13206", name: "東京都府中市" },
  { code: "34208", name: "広島県府中市" },
];
let db: TestDatabase;
let city: BodyRef;
let chief: Member;
let officer: Member;
let system: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
  officer = await addMember(db.owner, city, "職員 二", "municipal_editor");
  system = await addMember(db.owner, await addBody(db.owner, "全国の機関"), "国 三", "system_administrator");
});
afterAll(() => db.drop());

const findGovernments = (text: string) => known.filter(({ code, name }) => code === text || name.endsWith(text));
const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(bodyRoutes({ database: db.database, findGovernments }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );

test("each sees the bodies whose people they may see; the public signs in first", async () => {
  expect(await (await ask(system, "/bodies")).text()).toContain("2団体");
  const own = await (await ask(officer, "/bodies")).text();
  expect([own.includes("1団体"), own.includes("団体を登録する")]).toEqual([true, false]);
  expect((await ask(PUBLIC, "/bodies")).status).toBe(403);
});

test("a body is set up; a name that fits several asks which", async () => {
  const create = (form: Record<string, string>) =>
    ask(system, "/bodies/new", { kind: "local_government", name: "", unit: "", ...form });
  const which = await create({ government: "府中市" });
  const html = await which.text();
  expect([which.status, html.includes("東京都府中市（13206）"), html.includes("広島県府中市")]).toEqual([
    422,
    true,
    true,
  ]);
  const done = await create({ government: "府中市", code: "34208" });
  expect(done.headers.get("location")).toMatch(/^\/bodies\/B\d{6}\?saved=created$/u);
  expect((await create({ government: "34208" })).status).toBe(409);
  expect((await create({ government: "ない市" })).status).toBe(422);
  expect((await create({ kind: "other" })).status).toBe(422);
  expect((await ask(chief, "/bodies/new", { kind: "other", name: "協会" })).status).toBe(403);
});

test("settings are saved; a stale save shows both and which to keep, and nothing is lost", async () => {
  const own = `/bodies/${city.id}`;
  expect((await ask(chief, own, { version: "1", unit: "国際課", approval: "asked" })).status).toBe(303);
  const stale = await ask(chief, own, { version: "1", unit: "交流課", approval: "none" });
  const html = await stale.text();
  expect([stale.status, html.includes("交流</mark>課"), html.includes('value="2"')]).toEqual([409, true, true]);
  const form = { version: "2", unit: "交流課", approval: "none", "keep.unit": "mine", "keep.approval": "saved" };
  expect((await ask(chief, own, form)).status).toBe(303);
  const page = await (await ask(chief, own)).text();
  expect([page.includes("交流課"), page.includes("承認を受けてから公開する")]).toEqual([true, true]);
  expect(page).not.toContain('name="use"');
  expect((await ask(chief, own, { version: "3", use: "disabled" })).status).toBe(409);
});

test("who may read a body's people but not change it gets no form, and 403 when posting all the same", async () => {
  const own = `/bodies/${city.id}`;
  expect(await (await ask(officer, own)).text()).not.toContain("設定を保存する");
  expect((await ask(officer, own, { version: "3", unit: "x" })).status).toBe(403);
  expect((await ask(officer, `/bodies/${system.body.id}`)).status).toBe(403);
  expect((await ask(system, "/bodies/B999999")).status).toBe(404);
});
