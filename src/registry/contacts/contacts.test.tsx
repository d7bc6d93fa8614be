import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { type Actor, PUBLIC, SYSTEM } from "../../platform/index.ts";
import { editAgreement } from "../edit-agreement.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { agreementsInHandover } from "../promises/handover-relations-query.ts";
import { recordAgreement } from "../record-agreement.ts";
import { registryRoutes } from "../routes.tsx";
import { deleteContact, insertContact, listContacts } from "./contact-store.ts";

let db: TestDatabase;
let own: string;
let agreementNo: number;
const editor = member("46201", "municipal_editor");
const approver = member("46201", "municipal_approver");
const foreign = member("01100", "municipal_editor");
const researcher = member("national", "researcher");
const facts = agreementFacts({ japan: [{ name: "鹿児島県鹿児島市", governmentCode: "46201" }] });
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, (tx) => syncLocalGovernments(tx));
  const recorded = await db.database.write(SYSTEM, (tx) => recordAgreement(tx, SYSTEM, { facts, reason: null }));
  if (!recorded.ok) throw new Error(recorded.problem.code);
  own = `/agreements/${recorded.value.id}`;
  agreementNo = (await db.owner.query<{ no: number }>("select no from agreement")).rows[0]!.no;
});
afterAll(() => db.drop());

const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(registryRoutes({ database: db.database }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();
const contact = { side: "foreign", name: "林 小梅", post: "外事弁公室 科長", note: "係の電話 +86 411 0000 0000" };

test("an editor writes down a contact person; colleagues read it, nobody else does, on no page and in no file", async () => {
  expect((await ask(editor, `${own}/contacts`, contact)).status).toBe(303);
  for (const actor of [editor, approver]) expect(await text(actor, own)).toContain("林 小梅（外事弁公室 科長）");
  for (const actor of [PUBLIC, foreign, researcher]) {
    for (const path of [own, `${own}/history`, "/agreements.csv", "/agreements.json", "/agreements?q=林"])
      expect(await text(actor, path), path).not.toMatch(/林 小梅|連絡担当者/);
    for (const [path, form] of [
      [`${own}/contacts`, undefined],
      [`${own}/contacts`, contact],
      [`${own}/contacts/1/remove`, {}],
    ] as const)
      expect((await ask(actor, path, form)).status).toBe(403);
  }
  expect((await ask(approver, `${own}/contacts`, contact)).status).toBe(403);
  expect((await ask(editor, "/agreements/A999999/contacts")).status).toBe(404);
});

test.each([
  [{ side: "" }, "海外側か日本側か"],
  [{ name: " " }, "氏名を入力してください"],
  [{ name: "あ".repeat(81) }, "長すぎます"],
  [{ note: "lin.xiaomei@example.com" }, "メールアドレスは書けません。個人の"],
  [{ post: "係長 ０９０－１２３４－５６７８" }, "携帯電話の番号は書けません"],
])("what does not hold is refused at its field, and what was typed stays: %j", async (wrong, words) => {
  const answer = await ask(editor, `${own}/contacts`, { ...contact, ...wrong });
  const html = await answer.text();
  expect([answer.status, html.includes(words), html.includes('aria-invalid="true"')]).toEqual([422, true, true]);
});

test("an edit of the agreement leaves them, and the handover notes of the city name them", async () => {
  const id = own.slice("/agreements/".length);
  const edited = await db.database.write(SYSTEM, (tx) =>
    editAgreement(tx, SYSTEM, { id, expectedVersion: 1, facts: { ...facts, activities: "訪問" }, reason: null }),
  );
  expect(edited).toMatchObject({ ok: true });
  expect(await db.database.read(editor, (tx) => listContacts(tx, [agreementNo]))).toHaveLength(1);
  const context = { body: editor.body, lang: "ja" as const, today: "2026-11-22" };
  const { relations } = await db.database.read(editor, (tx) => agreementsInHandover(tx, context));
  expect(relations[0]?.contacts).toEqual(["海外側　林 小梅（外事弁公室 科長）　係の電話 +86 411 0000 0000"]);
});

test("the database keeps contact persons from other bodies and from who does not edit", async () => {
  const raw = { agreementNo, side: "foreign", name: "x", post: null, note: null } as const;
  for (const actor of [foreign, approver, researcher])
    await expect(db.database.write(actor, (tx) => insertContact(tx, raw))).rejects.toThrow("row-level security");
  const [{ id } = { id: 0 }] = await db.database.read(editor, (tx) => listContacts(tx, [agreementNo]));
  for (const actor of [foreign, researcher]) {
    expect(await db.database.read(actor, (tx) => listContacts(tx, [agreementNo]))).toEqual([]);
    expect(await db.database.write(actor, (tx) => deleteContact(tx, agreementNo, id))).toBe(false);
  }
  await expect(db.database.read(PUBLIC, (tx) => listContacts(tx, [agreementNo]))).rejects.toThrow("permission denied");
});

test("who has moved on is removed, and the audit keeps that, not who it was", async () => {
  const remove = new RegExp(`${own}/contacts/\\d+/remove`, "u").exec(await text(editor, `${own}/contacts`))![0];
  expect((await ask(editor, remove, {})).status).toBe(303);
  const again = await ask(editor, remove, {});
  expect([again.status, (await again.text()).includes("すでに消されています")]).toEqual([409, true]);
  const { rows } = await db.owner.query(
    "select action, after from audit_event where action like 'contact%' order by id",
  );
  expect(rows).toMatchObject([
    { action: "contact.recorded", after: { side: "foreign" } },
    { action: "contact.removed", after: { contact: expect.any(Number) } },
  ]);
  expect(JSON.stringify(rows)).not.toContain("林");
});
