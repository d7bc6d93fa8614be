import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addAccount, addBody, addMember, giveRole as give } from "../../../test/support/people.ts";
import { type BodyRef, LOCAL_OPERATOR, type Member, PERMISSION_TABLE, ROLES, type Role } from "../../platform/index.ts";
import { cancelRole, endRole } from "./end-role.ts";
import { giveRole } from "./give-role.ts";
import { type Assignment, findMember, insertAssignment } from "./member-store.ts";
import { setUseOfAccount } from "./use-of-account.ts";

let db: TestDatabase;
let city: BodyRef;
let other: BodyRef;
let national: BodyRef;
let chief: Member;
let deputy: Member;
let officer: Member;
let system: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  other = await addBody(db.owner, "札幌市", "01100");
  national = await addBody(db.owner, "全国の機関");
  system = await addMember(db.owner, national, "国 一", "system_administrator");
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner.query("delete from role_assignment where body_id = $1", [city.id]);
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
  deputy = await addMember(db.owner, city, "管理 二", "body_administrator");
  officer = await addMember(db.owner, city, "職員 三", "municipal_editor");
});

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date());
const write = <T>(actor: Member, work: Parameters<typeof db.database.write<T>>[1]) => db.database.write(actor, work);
const giveTo = (actor: Member, accountId: string, role: Role, own: object = {}) =>
  write(actor, (tx) =>
    giveRole(tx, actor, {
      ...{ bodyId: actor === system ? city.id : actor.body.id, accountId, role, reason: null, today },
      ...{ validFrom: today, validTo: null, ...own },
    }),
  );
const idOf = async (person: Member) =>
  (
    await db.owner.query<{ id: number }>("select id from role_assignment where account_id = $1 order by id limit 1", [
      person.accountId,
    ])
  ).rows[0]!.id;
const end = async (actor: Member, person: Member, lastDay = "2026-01-31") => {
  const assignmentId = await idOf(person);
  return write(actor, (tx) => endRole(tx, actor, { bodyId: city.id, assignmentId, lastDay, reason: null, today }));
};
const disable = (actor: Member, person: Member, isDisabled = true) =>
  write(actor, (tx) =>
    setUseOfAccount(tx, actor, {
      ...{ bodyId: person.body.id, accountId: person.accountId, isDisabled, reason: "異動のため", today },
    }),
  );

describe("giving a role", () => {
  test("an administrator gives a colleague another role, and the audit keeps it", async () => {
    expect(await giveTo(chief, officer.accountId, "municipal_approver")).toMatchObject({ ok: true });
    const { rows } = await db.owner.query("select * from audit_event where subject_id = $1", [officer.accountId]);
    expect(rows).toMatchObject([
      { action: "role.given", actor: chief.accountId, after: { role: "municipal_approver" } },
    ]);
  });

  test("the same role at the same time is refused; before or after it is another time", async () => {
    expect(await giveTo(chief, officer.accountId, "municipal_editor")).toMatchObject({
      problem: { code: "role_overlaps", held: { validFrom: "2020-04-01" } },
    });
    const before = { validFrom: "2018-04-01", validTo: "2020-03-31" };
    expect(await giveTo(chief, officer.accountId, "municipal_editor", before)).toMatchObject({ ok: true });
  });

  test("two administrators who give it at the same moment give it once", async () => {
    const both = await Promise.all([chief, deputy].map((one) => giveTo(one, officer.accountId, "municipal_approver")));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a last day before the first is refused", async () => {
    const days = { validFrom: "2026-04-01", validTo: "2026-03-31" };
    expect(await giveTo(chief, officer.accountId, "judge", days)).toMatchObject({ problem: { code: "days_reversed" } });
  });

  test("nobody raises the own roles, and nobody of one body gives roles beyond it", async () => {
    expect(await giveTo(chief, chief.accountId, "municipal_editor")).toMatchObject({ problem: { code: "own_roles" } });
    for (const role of ["system_administrator", "national_officer", "researcher"] as const)
      expect(await giveTo(chief, officer.accountId, role)).toMatchObject({ problem: { code: "role_beyond_body" } });
    expect(await giveTo(system, officer.accountId, "system_administrator")).toMatchObject({ ok: true });
  });

  test("a role fits the body: a city has no coordinator of a prefecture", async () => {
    expect(await giveTo(chief, officer.accountId, "prefecture_coordinator")).toMatchObject({
      problem: { code: "role_unfit" },
    });
  });

  test("to a stranger it is not given, nor by who administers another body", async () => {
    const stranger = await addMember(db.owner, other, "他 四", "body_administrator");
    expect(await giveTo(chief, stranger.accountId, "judge")).toMatchObject({ problem: { code: "member_not_found" } });
    const foreign = { bodyId: city.id };
    expect(await giveTo(stranger, officer.accountId, "judge", foreign)).toMatchObject({
      problem: { code: "not_permitted" },
    });
  });
});

describe("ending a role", () => {
  test("on a day; the day before the role began is refused", async () => {
    expect(await end(chief, officer, "2027-03-31")).toMatchObject({ value: { validTo: "2027-03-31" } });
    expect(await end(chief, officer, "2020-03-31")).toMatchObject({ problem: { code: "days_reversed" } });
  });

  test("the last administrator stays until a successor begins without a gap", async () => {
    await end(chief, deputy);
    expect(await end(chief, chief, "2027-03-31")).toMatchObject({ problem: { code: "last_body_administrator" } });
    const heir = await addAccount(db.owner, "後任 五");
    await give(db.owner, heir, city, "body_administrator", { from: "2027-04-02" });
    expect(await end(chief, chief, "2027-03-31")).toMatchObject({ problem: { code: "last_body_administrator" } });
    await give(db.owner, heir, city, "body_administrator", { from: "2027-04-01", to: "2027-04-01" });
    expect(await end(chief, chief, "2027-03-31")).toMatchObject({ ok: true });
  });

  test("an administrator whose account is out of use covers nothing", async () => {
    await db.owner.query("update account set disabled_at = now() where id = $1", [deputy.accountId]);
    expect(await end(chief, chief)).toMatchObject({ problem: { code: "last_body_administrator" } });
  });

  test("one's own role is not prolonged", async () => {
    expect(await end(chief, chief, "2027-03-31")).toMatchObject({ ok: true });
    expect(await end(chief, chief, "2028-03-31")).toMatchObject({ problem: { code: "own_roles" } });
  });

  test("of two administrators who remove each other at the same moment one remains", async () => {
    const chiefs = await Promise.all([end(chief, deputy), end(deputy, chief)]);
    expect(chiefs.filter(({ ok }) => ok)).toHaveLength(1);
    expect(chiefs.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "no_longer_permitted" } });
  });

  test("the second waits for the first and sees what it did", async () => {
    const assignmentId = await idOf(deputy);
    const slow = write(chief, async (tx) => {
      const done = await endRole(tx, chief, {
        ...{ bodyId: city.id, assignmentId, lastDay: "2026-01-31", reason: null, today },
      });
      await wait(300);
      return done;
    });
    await wait(100);
    const second = await disable(deputy, chief);
    expect([(await slow).ok, second]).toMatchObject([true, { problem: { code: "no_longer_permitted" } }]);
  });

  test("also when both end a role at a later day, one administrator remains", async () => {
    const chiefs = await Promise.all([end(chief, deputy, "2027-03-31"), end(deputy, chief, "2027-03-31")]);
    expect(chiefs.map((one) => (one.ok ? "ok" : one.problem.code)).toSorted()).toEqual([
      "last_body_administrator",
      "ok",
    ]);
  });

  test("the last system administrator stays; a system administrator may take a body's last one away", async () => {
    const assignmentId = await idOf(system);
    const own = { bodyId: national.id, assignmentId, lastDay: "2026-01-31", reason: null, today };
    expect(await write(system, (tx) => endRole(tx, system, own))).toMatchObject({
      problem: { code: "last_system_administrator" },
    });
    await end(system, deputy);
    expect(await end(system, chief)).toMatchObject({ ok: true });
  });

  test("a role that has not begun is cancelled, one that has is not", async () => {
    const given = await giveTo(chief, officer.accountId, "municipal_approver", { validFrom: "2099-04-01" });
    const { id } = (given as { value: Assignment }).value;
    const cancel = (assignmentId: number) =>
      write(chief, (tx) => cancelRole(tx, chief, { bodyId: city.id, assignmentId, reason: null, today }));
    expect(await cancel(id)).toMatchObject({ ok: true });
    expect(await cancel(id)).toMatchObject({ problem: { code: "role_not_found" } });
    expect(await cancel(await idOf(officer))).toMatchObject({ problem: { code: "role_has_begun" } });
  });
});

describe("taking an account out of use", () => {
  test("with a reason, and back again", async () => {
    expect(await disable(chief, officer)).toMatchObject({ value: { isDisabled: true } });
    expect(await giveTo(chief, officer.accountId, "judge")).toMatchObject({ problem: { code: "account_disabled" } });
    expect(await disable(chief, officer, false)).toMatchObject({ value: { isDisabled: false } });
  });

  test("not of a person who works for another body too; there the roles are ended", async () => {
    await give(db.owner, officer.accountId, other, "municipal_editor");
    expect(await disable(chief, officer)).toMatchObject({ problem: { code: "belongs_to_other_bodies" } });
    const seen = await db.database.read(chief, (tx) => findMember(tx, city.id, officer.accountId));
    expect(seen?.assignments.map(({ bodyName }) => bodyName).toSorted()).toEqual(["札幌市", "鹿児島市"]);
    expect(await disable(system, officer)).toMatchObject({ ok: true });
  });

  test("not one's own, not of a system administrator in the own body", async () => {
    expect(await disable(chief, chief)).toMatchObject({ problem: { code: "own_account" } });
    await give(db.owner, deputy.accountId, city, "system_administrator");
    expect(await disable(chief, deputy)).toMatchObject({ problem: { code: "role_beyond_body" } });
  });

  test("two administrators who lock each other out at the same moment: one remains", async () => {
    const both = await Promise.all([disable(chief, deputy), disable(deputy, chief)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("the database refuses even when the application would not", () => {
  const raw = (actor: Member, bodyId: string, accountId: string, role: Role, validTo: string | null = null) =>
    write(actor, (tx) =>
      insertAssignment(tx, { accountId, bodyId, role, validFrom: "2026-04-01", validTo, reason: null }),
    );

  test("a role beyond the body, a role for oneself, a role in another body, the same role twice", async () => {
    for (const role of ROLES.filter((one) => Object.values(PERMISSION_TABLE[one]).includes("all")))
      await expect(raw(chief, city.id, officer.accountId, role), role).rejects.toThrow("row-level security");
    await expect(raw(chief, city.id, chief.accountId, "municipal_editor")).rejects.toThrow("row-level security");
    await expect(raw(chief, other.id, officer.accountId, "judge")).rejects.toThrow("row-level security");
    await expect(raw(officer, city.id, deputy.accountId, "judge")).rejects.toThrow("row-level security");
    await expect(raw(chief, city.id, officer.accountId, "municipal_editor")).rejects.toThrow("already holds");
  });

  test("prolonging one's own role, and locking out somebody who works elsewhere too", async () => {
    const id = await idOf(chief);
    await db.owner.query("update role_assignment set valid_to = '2099-03-31' where id = $1", [id]);
    const prolong = { bodyId: city.id, assignmentId: id, lastDay: "2099-12-31", reason: null, today };
    expect(await write(chief, (tx) => endRole(tx, chief, prolong))).toMatchObject({ problem: { code: "own_roles" } });
    await expect(write(chief, (tx) => endRole(tx, LOCAL_OPERATOR, prolong))).rejects.toThrow("nobody prolongs");
    await give(db.owner, officer.accountId, other, "judge");
    const lock = { bodyId: city.id, accountId: officer.accountId, isDisabled: true, reason: "x", today };
    expect(await write(chief, (tx) => setUseOfAccount(tx, LOCAL_OPERATOR, lock))).toMatchObject({
      problem: { code: "account_changed_meanwhile" },
    });
  });
});
