import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Actor, type BodyRef, LOCAL_OPERATOR, type Member } from "../../platform/index.ts";
import { listBodies } from "./body-store.ts";
import { createBody, type NewBody } from "./create-body.ts";
import { type BodyChange, editBody } from "./edit-body.ts";

let db: TestDatabase;
let city: BodyRef;
let cityAdmin: Member;
let systemAdmin: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  cityAdmin = await addMember(db.owner, city, "鹿 一", "body_administrator");
  const national = await addBody(db.owner, "全国の機関");
  systemAdmin = await addMember(db.owner, national, "国 二", "system_administrator");
});
afterAll(() => db.drop());

const names: Readonly<Record<string, string>> = { "01100": "北海道札幌市", "46000": "鹿児島県" };
const create = (actor: Actor, own: Partial<NewBody>) =>
  db.database.write(actor, (tx) =>
    createBody(
      tx,
      actor,
      { kind: "local_government", governmentCode: null, name: "", unit: null, asksApproval: false, ...own },
      (code) => names[code],
    ),
  );
const edit = (actor: Actor, own: Partial<BodyChange>) =>
  db.database.write(actor, (tx) =>
    editBody(tx, actor, {
      ...{ id: city.id, expectedVersion: 1, unit: null, asksApproval: false, isDisabled: false, reason: null },
      ...own,
    }),
  );

test("a system administrator sets up the body of a local government under its name in the list of codes", async () => {
  const made = await create(systemAdmin, { governmentCode: "46000", name: "ちがう名前", unit: " 国際交流課 " });
  expect(made).toMatchObject({ ok: true, value: { name: "鹿児島県", unit: "国際交流課", version: 1 } });
  const { rows } = await db.owner.query("select actor, marks, after from audit_event where action = 'body.created'");
  expect(rows).toMatchObject([{ actor: systemAdmin.accountId, marks: ["*", "46000", "46"] }]);
});

test("one local government has one body, and a code that is none gives none", async () => {
  await create(LOCAL_OPERATOR, { governmentCode: "01100" });
  expect(await create(systemAdmin, { governmentCode: "01100" })).toMatchObject({
    problem: { code: "government_has_body" },
  });
  expect(await create(systemAdmin, { governmentCode: "99999" })).toMatchObject({
    problem: { code: "government_unknown" },
  });
});

test("other bodies need a name of their own", async () => {
  expect(await create(systemAdmin, { kind: "other", name: " " })).toMatchObject({
    problem: { code: "body_name_missing" },
  });
  expect(await create(systemAdmin, { kind: "other", name: "国際交流協会" })).toMatchObject({ ok: true });
});

test("who administers a body sets up none, and the database says so too", async () => {
  expect(await create(cityAdmin, { governmentCode: "01100" })).toMatchObject({ problem: { code: "not_permitted" } });
  await expect(
    db.database.write(cityAdmin, (tx) => createBody(tx, LOCAL_OPERATOR, { ...named("協会") }, () => undefined)),
  ).rejects.toThrow("row-level security");
});
const named = (name: string): NewBody => ({
  kind: "other",
  governmentCode: null,
  name,
  unit: null,
  asksApproval: false,
});

test("an administrator of the body changes its settings; who saved first is not overwritten", async () => {
  expect(await edit(cityAdmin, { asksApproval: true, unit: "国際課" })).toMatchObject({ value: { version: 2 } });
  expect(await edit(cityAdmin, { unit: "交流課" })).toMatchObject({
    problem: { code: "stale_version", saved: { unit: "国際課", asksApproval: true } },
  });
  const { rows } = await db.owner.query("select before, after from audit_event where action = 'body.changed'");
  expect(rows).toEqual([
    { before: { unit: null, asksApproval: false }, after: { unit: "国際課", asksApproval: true } },
  ]);
});

test("only who sets up bodies takes one out of use, and not the one worked for", async () => {
  const settings = { expectedVersion: 2, unit: "国際課", asksApproval: true, isDisabled: true };
  expect(await edit(cityAdmin, settings)).toMatchObject({ problem: { code: "disabling_not_permitted" } });
  expect(await edit(systemAdmin, settings)).toMatchObject({ value: { isDisabled: true, version: 3 } });
  const own = { id: systemAdmin.body.id, isDisabled: true };
  expect(await edit(systemAdmin, own)).toMatchObject({ problem: { code: "own_body_disabled" } });
});

test("an administrator of another body may not change it", async () => {
  const other = await addMember(db.owner, await addBody(db.owner, "指宿市", "46210"), "指 三", "body_administrator");
  expect(await edit(other, { expectedVersion: 3 })).toMatchObject({ problem: { code: "not_permitted" } });
});

test("the list counts the people of today", async () => {
  await db.owner.query("update body set disabled_at = null where id = $1", [city.id]);
  await addMember(db.owner, city, "編 四", "municipal_editor", "municipal_approver");
  const bodies = await db.database.read(systemAdmin, (tx) => listBodies(tx, "2026-11-22"));
  expect(bodies.find(({ id }) => id === city.id)).toMatchObject({ members: 2, administrators: 1 });
  const later = await db.database.read(systemAdmin, (tx) => listBodies(tx, "2019-11-22"));
  expect(later.find(({ id }) => id === city.id)).toMatchObject({ members: 0 });
});
