import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember, giveRole } from "../../../test/support/people.ts";
import { dayInJapan } from "../../kernel/calendar.ts";
import { type BodyRef, closeWork, listOpenWork, type Member, openWork } from "../../platform/index.ts";
import { findMember } from "../members/member-store.ts";
import { type HandoverRequest, handOver } from "./hand-over.ts";
import { undoHandover } from "./undo-handover.ts";

let db: TestDatabase;
let city: BodyRef;
let other: BodyRef;
let chief: Member;
let leaving: Member;
let heir: Member;
let subject = 0;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  other = await addBody(db.owner, "鹿児島県", "46000");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
});
afterAll(() => db.drop());
beforeEach(async () => {
  leaving = await addMember(db.owner, city, "異動 二", "municipal_editor", "municipal_approver");
  heir = await addMember(db.owner, city, "後任 三", "municipal_editor");
  await open(city);
  await open(city);
});

const today = dayInJapan(new Date());
async function open(body: BodyRef): Promise<string> {
  subject += 1;
  const subjectId = `S${subject}`;
  await db.database.write(leaving, (tx) =>
    openWork(tx, {
      ...{ kind: "agreement_draft", subjectId, bodyId: body.id, accountId: leaving.accountId },
      ...{ title: `下書き ${subjectId}`, address: "/agreements", dueOn: null },
    }),
  );
  return subjectId;
}
const move = (own: Partial<HandoverRequest> = {}, actor = chief) =>
  db.database.write(actor, (tx) =>
    handOver(tx, actor, {
      ...{
        bodyId: city.id,
        from: leaving.accountId,
        to: heir.accountId,
        counted: 2,
        lastDay: null,
        reason: null,
        today,
      },
      ...own,
    }),
  );
const undo = (id: number, actor = chief) =>
  db.database.write(actor, (tx) => undoHandover(tx, actor, { bodyId: city.id, id, today }));
const workOf = async (person: Member, body = city) => {
  const { rows } = await db.owner.query(
    "select 1 from work_item where account_id = $1 and body_id = $2 and closed_at is null",
    [person.accountId, body.id],
  );
  return rows.length;
};
const idOf = (outcome: Awaited<ReturnType<typeof move>>) => {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.id;
};

test("all open work of the body goes over in one step, and the roles end on the day; work elsewhere stays", async () => {
  await open(other);
  expect(await move({ lastDay: "2099-03-31", reason: "4月1日付け異動" })).toMatchObject({
    value: { moved: 2, ended: 2 },
  });
  expect([await workOf(leaving), await workOf(heir), await workOf(leaving, other)]).toEqual([0, 2, 1]);
  const person = await db.database.read(chief, (tx) => findMember(tx, city.id, leaving.accountId));
  expect(person?.assignments.map(({ validTo }) => validTo)).toEqual(["2099-03-31", "2099-03-31"]);
  const { rows } = await db.owner.query(
    "select after, reason from audit_event where action = 'work.handed_over' order by id desc limit 1",
  );
  expect(rows).toMatchObject([{ after: { accountId: heir.accountId, rolesEnded: 2 }, reason: "4月1日付け異動" }]);
});

test("when one role cannot end, nothing moves and no role has ended", async () => {
  await giveRole(db.owner, leaving.accountId, city, "system_administrator");
  expect(await move({ lastDay: "2099-03-31" })).toMatchObject({ problem: { code: "role_beyond_body" } });
  expect(await workOf(leaving)).toBe(2);
  const person = await db.database.read(chief, (tx) => findMember(tx, city.id, leaving.accountId));
  expect(person?.assignments.map(({ validTo }) => validTo)).toEqual([null, null, null]);
});

test("work that came or went after the preview asks to look again", async () => {
  await open(city);
  expect(await move()).toMatchObject({ problem: { code: "work_changed", counted: 3 } });
});

test("it goes to a person of the body, not back to oneself, and there must be something to hand over", async () => {
  const stranger = await addMember(db.owner, other, "他 四", "municipal_editor");
  expect(await move({ to: stranger.accountId })).toMatchObject({ problem: { code: "successor_unknown" } });
  expect(await move({ to: leaving.accountId })).toMatchObject({ problem: { code: "same_person" } });
  expect(await move({ from: stranger.accountId })).toMatchObject({ problem: { code: "person_unknown" } });
  expect(await move({ from: heir.accountId, to: leaving.accountId, counted: 0 })).toMatchObject({
    problem: { code: "nothing_to_hand_over" },
  });
});

test("only who administers the body hands over; the last administrator is not handed away", async () => {
  expect(await move({}, leaving)).toMatchObject({ problem: { code: "not_permitted" } });
  expect(await move({ from: chief.accountId, counted: 0, lastDay: "2099-03-31" })).toMatchObject({
    problem: { code: "last_body_administrator" },
  });
});

test("it is taken back as a whole while nothing has moved on", async () => {
  const id = idOf(await move({ lastDay: "2099-03-31" }));
  expect(await undo(id, leaving)).toMatchObject({ problem: { code: "not_permitted" } });
  expect(await undo(id)).toMatchObject({ value: { isUndone: true } });
  expect([await workOf(leaving), await workOf(heir)]).toEqual([2, 0]);
  const person = await db.database.read(chief, (tx) => findMember(tx, city.id, leaving.accountId));
  expect(person?.assignments.map(({ validTo }) => validTo)).toEqual([null, null]);
  expect(await undo(id)).toMatchObject({ problem: { code: "handover_undone" } });
});

test("once the successor has done a piece, or a role was changed, it stays", async () => {
  const id = idOf(await move());
  await db.database.write(heir, (tx) => closeWork(tx, "agreement_draft", `S${subject}`));
  expect(await undo(id)).toMatchObject({ problem: { code: "work_moved_on", count: 1 } });
  const ended = idOf(await move({ from: heir.accountId, to: leaving.accountId, counted: 1, lastDay: "2099-03-31" }));
  await giveRole(db.owner, heir.accountId, city, "municipal_editor", { from: "2099-04-01" });
  expect(await undo(ended)).toMatchObject({ problem: { code: "role_changed_since" } });
  expect(await workOf(heir)).toBe(0);
});

test("of two handovers of the same work at the same moment one is done", async () => {
  const both = await Promise.all([move(), move({ to: chief.accountId })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const all = await db.database.read(chief, (tx) => listOpenWork(tx, { bodyId: city.id, today }));
  expect(all.filter(({ accountId }) => accountId === leaving.accountId)).toEqual([]);
});
