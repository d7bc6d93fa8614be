import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember, giveRole } from "../../../test/support/people.ts";
import { type Actor, type BodyRef, type Member, PUBLIC } from "../../platform/index.ts";
import { memberRoutes } from "./member-routes.tsx";

let db: TestDatabase;
let city: BodyRef;
let other: BodyRef;
let chief: Member;
let officer: Member;
let judge: Member;
let stranger: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  other = await addBody(db.owner, "札幌市", "01100");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
  officer = await addMember(db.owner, city, "職員 二", "municipal_editor");
  judge = await addMember(db.owner, city, "審査 三", "judge");
  stranger = await addMember(db.owner, other, "北 四", "body_administrator");
  await giveRole(db.owner, officer.accountId, other, "municipal_editor", { from: "2026-04-01", to: "2099-03-31" });
});
afterAll(() => db.drop());

const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(memberRoutes({ database: db.database }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );
const list = () => `/bodies/${city.id}/members`;
const person = (one: Member) => `${list()}/${one.accountId}`;

test("colleagues read the list, judges and other bodies do not, the public signs in first", async () => {
  const html = await (await ask(officer, list())).text();
  expect(html).toContain("今いる職員　3人");
  expect(html).not.toContain("@example.jp");
  for (const actor of [judge, stranger, PUBLIC]) expect((await ask(actor, list())).status).toBe(403);
  expect((await ask(chief, "/bodies/B999999/members")).status).toBe(404);
});

test("the administrator sees where else a person works, and only colleagues of that other body do too", async () => {
  const page = await (await ask(chief, person(officer))).text();
  expect(page).toContain("ほかの団体での役割（併任・派遣）");
  expect(page).toContain("札幌市");
  expect(await (await ask(officer, `${list()}/${chief.accountId}`)).text()).not.toContain("役割を付ける");
  expect((await ask(chief, person(stranger))).status).toBe(404);
});

test("a role is given, its refusals stand at their fields, and the saved page says so", async () => {
  const give = (form: Record<string, string>) => ask(chief, `${person(officer)}/roles`, form);
  const missing = await give({ role: "", from: "", to: "" });
  expect([missing.status, (await missing.text()).includes("役割を選んでください")]).toEqual([422, true]);
  const unreadable = await give({ role: "judge", from: "令和9年4月", to: "" });
  expect([unreadable.status, (await unreadable.text()).includes("日付として読めません")]).toEqual([422, true]);
  const beyond = await give({ role: "system_administrator", from: "2027-04-01", to: "" });
  expect([beyond.status, (await beyond.text()).includes("システム管理者だけが")]).toEqual([409, true]);
  const done = await give({ role: "municipal_approver", from: "令和9年4月1日", to: "令和10年3月31日", reason: "異動" });
  expect(done.headers.get("location")).toBe(`${person(officer)}?saved=given`);
  expect(await (await ask(chief, `${person(officer)}?saved=given`)).text()).toContain("令和10年3月31日まで");
});

test("a role is ended on a day; the last administrator reads why not", async () => {
  const html = await (await ask(chief, person(chief))).text();
  const role = new RegExp(`${person(chief)}/roles/\\d+`, "u").exec(html)![0];
  expect(await (await ask(chief, role)).text()).toContain("あなた自身の役割です");
  const refused = await ask(chief, `${role}/end`, { lastDay: "2027-03-31", reason: "" });
  expect([refused.status, (await refused.text()).includes("管理者がいない日ができて")]).toEqual([409, true]);
  const early = await ask(chief, `${role}/end`, { lastDay: "2019-03-31", reason: "" });
  expect([early.status, (await early.text()).includes("始まりの日より前")]).toEqual([422, true]);
  expect((await ask(officer, `${role}/end`, { lastDay: "2027-03-31" })).status).toBe(403);
  expect((await ask(stranger, `${role}/end`, { lastDay: "2027-03-31" })).status).toBe(403);
});

test("a role that has not begun is cancelled", async () => {
  const html = await (await ask(chief, person(officer))).text();
  const role = new RegExp(`${person(officer)}/roles/\\d+`, "u").exec(html)![0];
  expect(await (await ask(chief, role)).text()).toContain("なかったことにできます");
  expect((await ask(chief, `${role}/cancel`, { reason: "" })).status).toBe(303);
});

test("an account is taken out of use with a reason; not that of somebody who works elsewhere too", async () => {
  const use = (one: Member, form: Record<string, string>) => ask(chief, `${person(one)}/use`, form);
  expect((await use(judge, { use: "disable", reason: " " })).status).toBe(422);
  expect((await use(judge, { use: "disable", reason: "退職" })).status).toBe(303);
  expect(await (await ask(chief, `${person(judge)}/use`)).text()).toContain("利用を再び始める");
  const dual = await use(officer, { use: "disable", reason: "退職" });
  expect([dual.status, (await dual.text()).includes("ほかの団体でも仕事をしています")]).toEqual([409, true]);
  expect((await ask(officer, `${person(judge)}/use`)).status).toBe(403);
});

test("the page speaks English under /en", async () => {
  expect(await (await ask(chief, `/en${list()}`)).text()).toContain("People and roles");
});

test("an administrator signs a person out everywhere; a stranger does not, and the audit keeps it", async () => {
  await db.owner.query(`insert into auth."user" (id, name, email, "emailVerified") values ('x', 'x', 'x@y.example', true);
    insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
      select n, now() + interval '1 hour', n, now(), 'x' from unnest(array['one', 'two']) n`);
  await db.owner.query("update account set auth_user_id = 'x' where id = $1", [officer.accountId]);
  const end = (actor: Actor, one: Member = officer) => ask(actor, `${person(one)}/sessions/end`, {});
  const left = async () => (await db.owner.query("select from auth.session")).rowCount;
  for (const actor of [PUBLIC, judge, officer, stranger]) expect((await end(actor)).status).toBe(403);
  expect(await left()).toBe(2);
  expect((await end(chief)).headers.get("location")).toBe(`${person(officer)}?saved=signed_out`);
  expect(await left()).toBe(0);
  const { rows } = await db.owner.query(
    "select actor, subject_id, after from audit_event where action = 'session.ended' order by id desc limit 1",
  );
  expect(rows).toEqual([{ actor: chief.accountId, subject_id: officer.accountId, after: { count: 2 } }]);
  const former = await addMember(db.owner, city, "去年 五", "judge");
  await db.owner.query("update role_assignment set valid_to = '2026-03-31' where account_id = $1", [former.accountId]);
  const gone = await end(chief, former);
  expect([gone.status, (await gone.text()).includes("役割はこの団体では終わっています")]).toEqual([409, true]);
});
