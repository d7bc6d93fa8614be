import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addPerson, GOOD_PASSWORD, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { codeFor, recoveryCodesOn, setUpTotp } from "../../../test/support/authenticator.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import type { Accounts, BodyRef } from "../../platform/index.ts";
import type { Message } from "../../platform/mail/mailer.ts";

let db: TestDatabase;
let accounts: Accounts;
let letters: readonly Message[];
let city: BodyRef;
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts, letters } = await testAccounts(db, { requiresSecondFactor: true }));
  city = await addBody(db.owner, "鹿児島市", "46201");
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
});

const STEP_MS = 30_000;
let people = 0;
let email: string;
let accountId: string;
let authUserId: string;
let visitor: Visitor;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  people += 1;
  email = `approver${people}@city.example.jp`;
  ({ accountId, authUserId } = await addPerson(db, email));
  await giveRole(db.owner, accountId, city, "municipal_approver");
  visitor = new Visitor(officeApplication(accounts));
  await visitor.signIn(email);
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const see = async (path = "/account") => (await visitor.get(path)).text();
const actions = async () =>
  (await db.owner.query("select action from audit_event where subject_id = $1 order by id", [accountId])).rows.map(
    ({ action }) => action,
  );
const sendCode = (code: string, kind = "totp") => visitor.post("/sign-in/second-factor", { kind, code });

test("a role that approves is withheld until a second factor was shown, and the account page says what to do", async () => {
  const before = await see();
  expect(before).toContain("「自治体の承認担当」の仕事には、二つ目の確認が必要です");
  expect(before).not.toContain("として作業中");
  await setUpTotp(visitor);
  const after = await see();
  expect(after).toContain("鹿児島市 として作業中");
  expect(after).not.toContain("二つ目の確認が必要です");
});

test("where the office asks it of everybody, an editor's role is withheld too; a second factor brings it back", async () => {
  const strict = { ...accounts, settings: { ...accounts.settings, requiresSecondFactor: "all" as const } };
  const editor = `editor${people}@city.example.jp`;
  await giveRole(db.owner, (await addPerson(db, editor)).accountId, city, "municipal_editor");
  visitor = new Visitor(officeApplication(strict));
  await visitor.signIn(editor);
  expect(await see()).not.toContain("として作業中");
  await setUpTotp(visitor);
  expect(await see()).toContain("鹿児島市 として作業中");
});

describe("setting up the authenticator app", () => {
  test("needs the password, and nothing counts before a first code was right", async () => {
    expect((await visitor.post("/account/totp/begin", { password: "ちがう合言葉ですけれども" })).status).toBe(422);
    const scan = await visitor.post("/account/totp/begin", { password: GOOD_PASSWORD });
    expect(await scan.text()).toContain('aria-label="認証アプリに登録するためのQRコード"');
    expect((await visitor.post("/account/totp/confirm", { code: "000000" })).status).toBe(422);
    await visitor.post("/sign-out");
    expect((await visitor.signIn(email)).headers.get("location")).toBe("/account");
  });

  test("shows ten recovery codes once and keeps only hashes of them", async () => {
    const { recoveryCodes, secret } = await setUpTotp(visitor);
    expect(new Set(recoveryCodes).size).toBe(10);
    const { rows } = await db.owner.query('select * from auth."twoFactor" where "userId" = $1', [authUserId]);
    const stored = JSON.stringify(rows);
    for (const code of recoveryCodes) expect(stored).not.toContain(code);
    expect(stored).not.toContain(secret);
    expect(await see("/account/totp")).not.toContain(recoveryCodes[0]);
  });

  test("opens a new session, and the cookie from before opens nothing", async () => {
    const before = new Map(visitor.cookies);
    await setUpTotp(visitor);
    const other = new Visitor(officeApplication(accounts));
    for (const [name, value] of before) other.cookies.set(name, value);
    expect((await other.get("/account")).status).toBe(403);
  });

  test("and taking it away are in the audit, the latter by mail too", async () => {
    await setUpTotp(visitor);
    expect((await visitor.post("/account/totp/off", { password: GOOD_PASSWORD })).status).toBe(303);
    expect(await actions()).toEqual(["sign_in.done", "second_factor.enabled", "second_factor.disabled"]);
    expect(letters.at(-1)).toMatchObject({ to: email, subject: expect.stringContaining("認証アプリの取り外し") });
    expect(await see()).toContain("二つ目の確認が必要です");
  });
});

describe("signing in with the second step", () => {
  let secret: string;
  let recoveryCodes: readonly string[];
  beforeEach(async () => {
    ({ secret, recoveryCodes } = await setUpTotp(visitor));
    await visitor.post("/sign-out");
    wait(2 * STEP_MS);
  });

  test("is not done with the password alone", async () => {
    expect((await visitor.signIn(email)).headers.get("location")).toBe("/sign-in/second-factor");
    expect((await visitor.get("/account")).status).toBe(403);
  });

  test("takes the code, in full width too, and leads to the page one wanted", async () => {
    await visitor.post("/sign-in", { email, password: GOOD_PASSWORD, next: "/today" });
    const code = codeFor(secret).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const answer = await visitor.post("/sign-in/second-factor", { kind: "totp", code, next: "/today" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/today"]);
    expect(await see()).toContain("パスワードと認証アプリ");
  });

  test.each([-1, 1])("takes a code of a clock that is %s step beside", async (steps) => {
    await visitor.signIn(email);
    expect((await sendCode(codeFor(secret, steps))).status).toBe(303);
  });

  test.each([-2, 2])("refuses a code of a clock that is %s steps beside", async (steps) => {
    await visitor.signIn(email);
    expect((await sendCode(codeFor(secret, steps))).status).toBe(422);
  });

  test("refuses a code that was used, in this browser and in another, and says to wait for the next", async () => {
    await visitor.signIn(email);
    const code = codeFor(secret);
    await sendCode(code);
    await visitor.post("/sign-out");
    await visitor.signIn(email);
    const answer = await sendCode(code);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("そのコードは使用済みです");
    wait(STEP_MS);
    expect((await sendCode(codeFor(secret))).status).toBe(303);
  });

  test("lets only one in when the same code comes twice at once", async () => {
    const other = new Visitor(officeApplication(accounts));
    await Promise.all([visitor.signIn(email), other.signIn(email)]);
    const form = { kind: "totp", code: codeFor(secret) };
    const answers = await Promise.all([visitor, other].map((one) => one.post("/sign-in/second-factor", form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test("ends after five wrong codes, and the password does not help beyond ten", async () => {
    await visitor.signIn(email);
    for (let round = 0; round < 5; round += 1) expect((await sendCode("000000")).status).toBe(422);
    expect(await (await sendCode(codeFor(secret))).text()).toContain("はじめからサインインしてください");
    await visitor.signIn(email);
    const answers: number[] = [];
    for (let round = 0; round < 6; round += 1) answers.push((await sendCode("000000")).status);
    expect(answers.at(-1)).toBe(429);
    expect((await actions()).filter((action) => action === "second_factor.failed")).toHaveLength(10);
  });

  test("takes each recovery code once, however it is typed", async () => {
    const [code = "", next = ""] = recoveryCodes;
    await visitor.signIn(email);
    expect((await sendCode(` ${code.toUpperCase().replace("-", "")} `, "recovery_code")).status).toBe(303);
    await visitor.post("/sign-out");
    await visitor.signIn(email);
    const again = await sendCode(code, "recovery_code");
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("回復コードが違うか、使用済みです");
    expect((await sendCode(next, "recovery_code")).status).toBe(303);
  });

  test("knows old recovery codes no more when new ones were made", async () => {
    await visitor.signIn(email);
    await sendCode(codeFor(secret));
    const page = await (await visitor.post("/account/totp/codes", { password: GOOD_PASSWORD })).text();
    const [fresh = ""] = recoveryCodesOn(page);
    await visitor.post("/sign-out");
    await visitor.signIn(email);
    expect((await sendCode(recoveryCodes[0]!, "recovery_code")).status).toBe(422);
    expect((await sendCode(fresh, "recovery_code")).status).toBe(303);
  });

  test("begins again when the first step is ten minutes ago, or was never done", async () => {
    expect(await see("/sign-in/second-factor")).toContain("はじめからサインインしてください");
    await visitor.signIn(email);
    wait(11 * 60_000);
    expect(await (await sendCode(codeFor(secret))).text()).toContain("はじめからサインインしてください");
  });
});

test("where the signing key is another one, the person is told whom to ask, and it is no fault", async () => {
  const { secret } = await setUpTotp(visitor);
  await db.owner.query(`update auth."twoFactor" set secret = 'sealed elsewhere' where "userId" = $1`, [authUserId]);
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  visitor = new Visitor(officeApplication(accounts));
  await visitor.signIn(email);
  wait(2 * STEP_MS);
  const answer = await sendCode(codeFor(secret));
  expect([answer.status, (await answer.text()).includes("署名の鍵が変わりました")]).toEqual([422, true]);
  log.mockRestore();
});
