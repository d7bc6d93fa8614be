import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { type Actor, PUBLIC, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { recordAgreement } from "../record-agreement.ts";
import { registryRoutes } from "../routes.tsx";
import { agreementsInHandover } from "./handover-relations-query.ts";
import { insertPromise, listPromises } from "./promise-store.ts";

let db: TestDatabase;
let own: string;
const editor = member("46201", "municipal_editor");
const approver = member("46201", "municipal_approver");
const foreign = member("01100", "municipal_editor");
const researcher = member("national", "researcher");
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, (tx) => syncLocalGovernments(tx));
  const japan = [{ name: "鹿児島県鹿児島市", governmentCode: "46201" }];
  const dates = [signedOn("2008-11-04"), { ...signedOn("2018-11-04"), role: "renewed" as const }];
  const facts = agreementFacts({ japan, dates, background: "港のつながりから始まった。" });
  const recorded = await db.database.write(SYSTEM, (tx) => recordAgreement(tx, SYSTEM, { facts, reason: null }));
  if (!recorded.ok) throw new Error(recorded.problem.code);
  own = `/agreements/${recorded.value.id}`;
});
afterAll(() => db.drop());

const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(registryRoutes({ database: db.database }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();
const promise = { text: "次回は当市が受け入れる", madeOn: "令和7年10月1日", dueOn: "2027-10-31" };

test("an editor writes a promise; colleagues read it on the record, nobody else does", async () => {
  expect((await ask(editor, `${own}/promises`, promise)).status).toBe(303);
  expect(await text(approver, own)).toContain("次回は当市が受け入れる");
  for (const actor of [PUBLIC, foreign, researcher]) expect(await text(actor, own)).not.toContain("申し送り");
  for (const actor of [PUBLIC, foreign, researcher, approver])
    expect((await ask(actor, `${own}/promises`, promise)).status).toBe(403);
  expect((await ask(editor, "/agreements/A999999/promises")).status).toBe(404);
  const { rows } = await db.owner.query("select action, marks, after from audit_event where action like 'promise%'");
  expect(rows).toMatchObject([{ action: "promise.recorded", after: { text: promise.text, dueOn: "2027-10-31" } }]);
});

test.each([
  [{ text: " " }, "約束の内容を入力してください"],
  [{ text: "あ".repeat(501) }, "500文字までで"],
  [{ text: "yamada.taro@example.lg.jp に送る" }, "個人のものとみられる"],
  [{ madeOn: "令和7年10月" }, "日付として読めません"],
  [{ dueOn: "2024-01-01" }, "約束した日より前"],
])("what does not hold is refused at its field, and what was typed stays: %j", async (wrong, words) => {
  const answer = await ask(editor, `${own}/promises`, { ...promise, ...wrong });
  const html = await answer.text();
  expect([answer.status, html.includes(words), html.includes('aria-invalid="true"')]).toEqual([422, true, true]);
});

test("a promise is kept once, and may be opened again", async () => {
  const html = await text(editor, `${own}/promises`);
  const keep = new RegExp(`${own}/promises/\\d+/keep`, "u").exec(html)![0];
  expect((await ask(foreign, keep, {})).status).toBe(403);
  expect((await ask(editor, keep, {})).status).toBe(303);
  expect((await ask(editor, keep, {})).status).toBe(409);
  expect(await text(editor, own)).toContain("申し送りはありません");
  expect((await ask(editor, keep.replace("keep", "reopen"), {})).status).toBe(303);
  expect(await text(editor, `/en${own}/promises`)).toContain("Mark as kept");
});

test("the handover notes of the city tell background, open promises, the next anniversary and the last renewal", async () => {
  const context = { body: editor.body, lang: "ja" as const, today: "2026-11-22" };
  const { relations } = await db.database.read(editor, (tx) => agreementsInHandover(tx, context));
  expect(relations).toMatchObject([
    {
      href: own,
      background: "港のつながりから始まった。",
      promises: [{ text: promise.text, madeOn: "2025-10-01", dueOn: "2027-10-31" }],
      nextAnniversary: { years: 20, when: "令和10年11月4日" },
      lastExchanges: [{ when: "平成30年11月4日", title: "更新" }],
    },
  ]);
  const national = { ...context, body: researcher.body };
  expect((await db.database.read(researcher, (tx) => agreementsInHandover(tx, national))).relations).toEqual([]);
});

test("the database keeps promises from other bodies and from who does not edit", async () => {
  const { rows } = await db.owner.query<{ no: number }>("select no from agreement");
  const agreementNo = rows[0]!.no;
  const raw = { agreementNo, text: "x", madeOn: null, dueOn: null };
  for (const actor of [foreign, approver, researcher])
    await expect(db.database.write(actor, (tx) => insertPromise(tx, raw))).rejects.toThrow("row-level security");
  expect(await db.database.read(foreign, (tx) => listPromises(tx, [agreementNo]))).toEqual([]);
  await expect(db.database.read(PUBLIC, (tx) => listPromises(tx, [agreementNo]))).rejects.toThrow("permission denied");
});
