import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type BodyRef, type Member, PUBLIC } from "../database/actor.ts";
import { assignWork, closeWork, listOpenWork, type NewWork, openWork } from "./work-item-store.ts";

let db: TestDatabase;
let city: BodyRef;
let sato: Member;
let suzuki: Member;
let stranger: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  sato = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  suzuki = await addMember(db.owner, city, "鈴木 二", "municipal_editor");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 三", "body_administrator");
});
afterAll(() => db.drop());

const today = "2026-11-22";
const draft = (own: Partial<NewWork> = {}): NewWork => ({
  kind: "agreement_draft",
  subjectId: "A000001",
  bodyId: city.id,
  accountId: sato.accountId,
  title: "覚書の下書き",
  address: "/agreements/A000001",
  dueOn: null,
  ...own,
});
const listed = (actor: Member, accountId?: string) =>
  db.database.read(actor, (tx) =>
    listOpenWork(tx, { bodyId: city.id, today, ...(accountId === undefined ? {} : { accountId }) }),
  );

test("open work stands in the list of who has it until it is closed, and opened again it is one item", async () => {
  await db.database.write(sato, (tx) => openWork(tx, draft()));
  await db.database.write(sato, (tx) => openWork(tx, draft({ title: "覚書の下書き（直し）", dueOn: "2026-12-01" })));
  expect(await listed(sato, sato.accountId)).toMatchObject([
    { title: "覚書の下書き（直し）", dueOn: "2026-12-01", holder: "佐藤 一", isUnassigned: false },
  ]);
  await db.database.write(sato, (tx) => closeWork(tx, "agreement_draft", "A000001"));
  expect(await listed(sato)).toEqual([]);
});

test("work may be opened for another body and closed by who settles it there, without reading its list", async () => {
  await db.database.write(stranger, (tx) => openWork(tx, draft({ subjectId: "A000002", accountId: null })));
  expect(await listed(stranger)).toEqual([]);
  expect(await listed(suzuki)).toMatchObject([{ subjectId: "A000002", holder: null, isUnassigned: true }]);
  await db.database.write(stranger, (tx) => closeWork(tx, "agreement_draft", "A000002"));
  expect(await listed(suzuki)).toEqual([]);
});

test("a colleague takes over; nobody of another body can", async () => {
  await db.database.write(sato, (tx) => openWork(tx, draft({ subjectId: "A000003" })));
  const key = { kind: "agreement_draft", subjectId: "A000003" };
  const hers = { from: sato.accountId, to: suzuki.accountId };
  expect(
    await db.database.write(stranger, (tx) => assignWork(tx, key, { from: sato.accountId, to: stranger.accountId })),
  ).toBe(false);
  expect(await db.database.write(suzuki, (tx) => assignWork(tx, key, hers))).toBe(true);
  expect(await db.database.write(suzuki, (tx) => assignWork(tx, key, hers))).toBe(false);
  expect(await listed(sato, suzuki.accountId)).toHaveLength(1);
});

test("work of a person whose role has ended has nobody", async () => {
  const left = await addMember(db.owner, city, "去年 四", "municipal_editor");
  await db.database.write(left, (tx) => openWork(tx, draft({ subjectId: "A000004", accountId: left.accountId })));
  await db.owner.query("update role_assignment set valid_to = '2026-03-31' where account_id = $1", [left.accountId]);
  expect(await listed(sato, left.accountId)).toMatchObject([{ isUnassigned: true }]);
});

test("the public neither reads nor opens work", async () => {
  await expect(db.database.write(PUBLIC, (tx) => openWork(tx, draft()))).rejects.toThrow("permission denied");
  await expect(db.database.read(PUBLIC, (tx) => listOpenWork(tx, { bodyId: city.id, today }))).rejects.toThrow();
});
