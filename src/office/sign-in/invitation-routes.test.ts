import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addPerson, GOOD_PASSWORD, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember, giveRole } from "../../../test/support/people.ts";
import {
  type Accounts,
  type BodyRef,
  inviteMember,
  type Member,
  type NewInvitation,
  revokeInvitation,
} from "../../platform/index.ts";

let db: TestDatabase;
let accounts: Accounts;
let city: BodyRef;
let other: BodyRef;
let administrator: Member;
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts } = await testAccounts(db));
  city = await addBody(db.owner, "鹿児島市", "46201");
  other = await addBody(db.owner, "札幌市", "01100");
  administrator = await addMember(db.owner, city, "管理 一", "body_administrator");
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
});

let people = 0;
let email: string;
let visitor: Visitor;
beforeEach(() => {
  people += 1;
  email = `invited${people}@city.example.jp`;
  visitor = new Visitor(officeApplication(accounts));
});

async function invite(own: Partial<NewInvitation> = {}) {
  const invited = { email, bodyId: city.id, role: "municipal_editor" as const, validFrom: "2020-04-01", validTo: null };
  const outcome = await db.database.write(administrator, (tx) => inviteMember(tx, { ...invited, ...own }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const see = async (path: string) => (await visitor.get(path)).text();
const accept = (token: string, own: Record<string, string> = {}) =>
  visitor.post("/invitation", { token, name: "招待 花子", password: GOOD_PASSWORD, ...own });

describe("an invitation", () => {
  test("says who invites as what, and makes account, password and role in one go", async () => {
    const { token } = await invite();
    const page = await see(`/invitation?token=${token}`);
    expect(page).toContain("鹿児島市 の「自治体の入力担当」として招待されています");
    expect(page).toContain(email);
    expect((await accept(token)).headers.get("location")).toBe("/account");
    expect(await see("/account")).toContain("鹿児島市 として作業中");
    await visitor.post("/sign-out");
    expect((await visitor.signIn(email)).status).toBe(303);
    const { rows } = await db.owner.query(
      `select e.actor, e.subject_id, e.marks from audit_event e where action = 'invitation.accepted'`,
    );
    expect(rows.at(-1)).toEqual({
      actor: rows.at(-1).subject_id,
      subject_id: expect.stringMatching(/^U/),
      marks: ["*", "46201", "46"],
    });
  });

  test("works once", async () => {
    const { token } = await invite();
    await accept(token);
    const late = new Visitor(officeApplication(accounts));
    const answer = await late.get(`/invitation?token=${token}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("受け取りずみ");
    expect((await late.post("/invitation", { token, name: "別人", password: GOOD_PASSWORD })).status).toBe(410);
  });

  test("lets one in of two who use it at once", async () => {
    const { token } = await invite();
    const other = new Visitor(officeApplication(accounts));
    const form = { token, name: "招待 花子", password: GOOD_PASSWORD };
    const answers = await Promise.all([visitor, other].map((one) => one.post("/invitation", form)));
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect((await db.owner.query("select from account where email = $1", [email])).rowCount).toBe(1);
  });

  test("older than 72 hours says so and whom to ask", async () => {
    const { token, invitationId } = await invite();
    await db.owner.query("update member_invitation set expires_at = now() - interval '1 second' where id = $1", [
      invitationId,
    ]);
    const answer = await visitor.get(`/invitation?token=${token}`);
    expect(answer.status).toBe(410);
    const page = await answer.text();
    expect(page).toContain("72時間の期限を過ぎています");
    expect(page).toContain("鹿児島市 の管理者に、招待の送り直しを頼んでください");
    expect((await accept(token)).status).toBe(410);
  });

  test("that was revoked, or replaced by a newer one, opens nothing", async () => {
    const first = await invite();
    const second = await invite();
    expect((await visitor.get(`/invitation?token=${first.token}`)).status).toBe(410);
    await db.database.write(administrator, (tx) => revokeInvitation(tx, second.invitationId));
    expect(await see(`/invitation?token=${second.token}`)).toContain("取り消されています");
  });

  test("with a token nobody was sent is not found, and guessing is stopped", async () => {
    expect((await visitor.get("/invitation?token=abc")).status).toBe(404);
    expect((await visitor.get("/invitation")).status).toBe(404);
    const answers: number[] = [];
    for (let round = 0; round < 101; round += 1) answers.push((await visitor.get(`/invitation?token=${round}`)).status);
    expect(answers.at(-1)).toBe(429);
    await db.owner.query("delete from auth.attempt");
  });

  test("keeps the name when the password is refused, and says why", async () => {
    const { token } = await invite();
    const answer = await accept(token, { password: "鹿児島市鹿児島市鹿児島市" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="招待 花子"');
    expect(page).toContain("推測できるので使えません");
    expect(await (await accept(token, { name: " " })).text()).toContain("氏名を入力してください");
    expect(await (await accept(token, { name: "花".repeat(61) })).text()).toContain("60文字までで");
  });

  test("is not sent on: no cache keeps its address and no page learns it", async () => {
    const { token } = await invite();
    const { headers } = await visitor.get(`/invitation?token=${token}`);
    expect([headers.get("cache-control"), headers.get("referrer-policy")]).toEqual(["no-store", "no-referrer"]);
  });

  test("is stored as a hash only", async () => {
    const { token } = await invite();
    const { rows } = await db.owner.query("select i.*, e.* from member_invitation i, audit_event e");
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("who has an account already", () => {
  test("signs in and gets the second body, under a new session token", async () => {
    const { accountId } = await addPerson(db, email);
    await giveRole(db.owner, accountId, other, "municipal_editor");
    const { token } = await invite();
    const page = await see(`/invitation?token=${token}`);
    expect(page).toContain("サインインして受ける");
    expect(page).not.toContain('name="password"');
    await visitor.signIn(email);
    await visitor.get("/account");
    const before = visitor.cookies.get("kakehashi.session_token");
    expect((await visitor.post("/invitation/accept", { token })).status).toBe(303);
    expect(await see("/account")).toContain("鹿児島市 の仕事をする");
    expect(visitor.cookies.get("kakehashi.session_token")).not.toBe(before);
    visitor.cookies.set("kakehashi.session_token", before!);
    expect((await visitor.get("/account")).status).toBe(403);
  });

  test("cannot take an invitation meant for somebody else", async () => {
    await addPerson(db, email);
    const { token } = await invite({ email: `somebody${people}@city.example.jp` });
    await visitor.signIn(email);
    expect((await visitor.post("/invitation/accept", { token })).status).toBe(403);
  });

  test("cannot be taken over by an invitation with a new password", async () => {
    await addPerson(db, email);
    const { token } = await invite();
    expect(await (await accept(token, { password: "まったく別の合言葉を七つ" })).text()).toContain(
      "サインインして受ける",
    );
    expect((await visitor.signIn(email, "まったく別の合言葉を七つ")).status).toBe(422);
  });
});

describe("inviting", () => {
  test.each(["", "nobody", "a@b", "a b@c.example", "x@y.example\nBcc: z@y.example"])(
    "refuses %j as an address",
    async (bad) => {
      await expect(invite({ email: bad })).rejects.toThrow("invitation_email_invalid");
    },
  );

  test("refuses a period that ends before it begins, and a role the person holds", async () => {
    await expect(invite({ validTo: "2020-03-31" })).rejects.toThrow("invitation_days_reversed");
    const { token } = await invite();
    await accept(token);
    await expect(invite()).rejects.toThrow("invitation_role_held");
  });

  test("is refused by the database for a body one does not administer", async () => {
    await expect(invite({ bodyId: other.id })).rejects.toThrow(/row-level security/);
  });
});
