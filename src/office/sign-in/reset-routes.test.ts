import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addPerson, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import type { Accounts } from "../../platform/index.ts";
import type { Message } from "../../platform/mail/mailer.ts";

let db: TestDatabase;
let accounts: Accounts;
let letters: readonly Message[];
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts, letters } = await testAccounts(db));
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
});

const NEW_PASSWORD = "梅干しと海苔のおにぎり三つ";
let people = 0;
let email: string;
let accountId: string;
let visitor: Visitor;
beforeEach(async () => {
  people += 1;
  email = `forgetful${people}@city.example.jp`;
  ({ accountId } = await addPerson(db, email));
  visitor = new Visitor(officeApplication(accounts));
});

async function askForLink(): Promise<string> {
  await visitor.post("/sign-in/forgotten", { email });
  const letter = letters.findLast(({ to, subject }) => to === email && subject.includes("設定し直し"));
  return /token=(\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
}

test("a link comes by mail, sets a new password once, and ends every session", async () => {
  const elsewhere = new Visitor(officeApplication(accounts));
  await elsewhere.signIn(email);
  const token = await askForLink();
  expect(await (await visitor.get(`/sign-in/new-password?token=${token}`)).text()).toContain("新しいパスワード");
  const answer = await visitor.post("/sign-in/new-password", { token, password: NEW_PASSWORD });
  expect(answer.headers.get("location")).toBe("/sign-in?changed=1");
  expect((await elsewhere.get("/account")).status).toBe(403);
  expect((await visitor.signIn(email)).status).toBe(422);
  expect((await visitor.signIn(email, NEW_PASSWORD)).status).toBe(303);
  const again = await visitor.post("/sign-in/new-password", { token, password: "もう一度べつの合言葉にする" });
  expect(again.status).toBe(410);
  expect(letters.at(-1)).toMatchObject({ to: email, subject: expect.stringContaining("パスワードの変更") });
  const { rows } = await db.owner.query("select actor, action from audit_event where subject_id = $1 order by id", [
    accountId,
  ]);
  expect(rows).toContainEqual({ actor: "public", action: "password.reset_asked" });
  expect(rows).toContainEqual({ actor: accountId, action: "password.changed" });
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("the page says the same whether there is such an account or not, and writes to nobody else", async () => {
  const known = await (await visitor.post("/sign-in/forgotten", { email })).text();
  const before = letters.length;
  const unknown = await (await visitor.post("/sign-in/forgotten", { email: "nobody@city.example.jp" })).text();
  expect(unknown).toBe(known);
  expect(letters).toHaveLength(before);
});

test("a closed account gets no letter", async () => {
  await db.owner.query("update account set disabled_at = now() where id = $1", [accountId]);
  const before = letters.length;
  expect((await visitor.post("/sign-in/forgotten", { email })).status).toBe(200);
  expect(letters).toHaveLength(before);
});

test("a link older than an hour is over, and the page offers a new one", async () => {
  const token = await askForLink();
  await db.owner.query(`update auth.verification set "expiresAt" = now() - interval '1 second'`);
  const answer = await visitor.get(`/sign-in/new-password?token=${token}`);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("リンクを送り直す");
});

test("the token is stored as a hash only", async () => {
  const token = await askForLink();
  const { rows } = await db.owner.query("select * from auth.verification");
  expect(token).toMatch(/^\w{20,}$/);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a password that is too easy is refused, and the link stays good", async () => {
  const token = await askForLink();
  const answer = await visitor.post("/sign-in/new-password", { token, password: "password1234" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("よく知られたパスワード");
  expect((await visitor.post("/sign-in/new-password", { token, password: NEW_PASSWORD })).status).toBe(303);
});

test("a fourth letter within an hour is not sent", async () => {
  for (let round = 0; round < 3; round += 1) await visitor.post("/sign-in/forgotten", { email });
  const before = letters.length;
  expect((await visitor.post("/sign-in/forgotten", { email })).status).toBe(429);
  expect(letters).toHaveLength(before);
});
