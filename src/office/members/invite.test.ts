import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { dayInJapan } from "../../kernel/calendar.ts";
import { type BodyRef, inviteMember, type Member, type Role, revokeInvitation } from "../../platform/index.ts";
import { invite } from "./invite.ts";
import { listInvitations } from "./member-store.ts";

let db: TestDatabase;
let city: BodyRef;
let chief: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
});
afterAll(() => db.drop());

const today = dayInJapan(new Date());
const days = { validFrom: "2027-04-01", validTo: null };
const ask = (email: string, role: Role, actor = chief, bodyId = city.id) =>
  db.database.write(actor, (tx) => invite(tx, actor, { bodyId, email, role, today, ...days }));

test("an administrator invites into the own body; the open invitation is listed without its token", async () => {
  expect(await ask("new@example.jp", "municipal_editor")).toMatchObject({ ok: true });
  const open = await db.database.read(chief, (tx) => listInvitations(tx, city.id));
  expect(open).toMatchObject([{ email: "new@example.jp", role: "municipal_editor", isExpired: false }]);
});

test("not into roles beyond the body or foreign to it, not oneself, not into another body", async () => {
  expect(await ask("new@example.jp", "system_administrator")).toMatchObject({ problem: { code: "role_beyond_body" } });
  expect(await ask("new@example.jp", "prefecture_coordinator")).toMatchObject({ problem: { code: "role_unfit" } });
  expect(await ask("officer1@example.jp", "judge")).toMatchObject({ problem: { code: "own_invitation" } });
  const other = await addBody(db.owner, "札幌市", "01100");
  expect(await ask("new@example.jp", "judge", chief, other.id)).toMatchObject({ problem: { code: "not_permitted" } });
});

test("the database keeps an administrator of one body from inviting a system administrator", async () => {
  const raw = { email: "new@example.jp", bodyId: city.id, role: "system_administrator" as const, ...days };
  await expect(db.database.write(chief, (tx) => inviteMember(tx, raw))).rejects.toThrow("row-level security");
});

test("an invitation to a role beyond the body is taken back by who gives such roles, and by nobody of the body", async () => {
  const system = await addMember(db.owner, await addBody(db.owner, "全国の機関"), "国 一", "system_administrator");
  const asked = await ask("reader@example.jp", "researcher", system);
  if (!asked.ok) throw new Error(asked.problem.code);
  const { invitationId } = asked.value;
  expect(await db.database.write(chief, (tx) => revokeInvitation(tx, invitationId))).toBe(false);
  expect(await db.database.write(system, (tx) => revokeInvitation(tx, invitationId))).toBe(true);
});
