import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addPerson, GOOD_PASSWORD, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import {
  type Accounts,
  type BodyRef,
  createSampleAccounts,
  endSessionsOf,
  type Message,
  SYSTEM,
} from "../../platform/index.ts";

let db: TestDatabase;
let accounts: Accounts;
let letters: readonly Message[];
let city: BodyRef;
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts, letters } = await testAccounts(db, { allowsSample: true }));
  await createSampleAccounts(db.database);
  city = await addBody(db.owner, "青森市", "02201");
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
let elsewhere: Visitor;
beforeEach(async () => {
  people += 1;
  email = `owner${people}@city.example.jp`;
  ({ accountId } = await addPerson(db, email));
  visitor = new Visitor(officeApplication(accounts));
  elsewhere = new Visitor(officeApplication(accounts));
  await visitor.signIn(email);
  await elsewhere.signIn(email);
});
const isIn = async (one: Visitor) => (await one.get("/account")).status === 200;

const PAGES = ["/account", "/account/password", "/account/totp", "/account/passkeys"];
const FORMS = [
  "/account/body",
  "/account/password",
  "/account/sessions/end",
  "/account/totp/begin",
  "/account/totp/confirm",
  "/account/totp/codes",
  "/account/totp/off",
  "/account/passkeys/remove",
  "/account/passkeys",
  "/account/passkeys/offer",
];

describe("pages of one's own account", () => {
  test.each(PAGES)("are shown to who is signed in, and to nobody else: %s", async (path) => {
    expect((await visitor.get(path)).status).toBe(200);
    expect((await new Visitor(officeApplication(accounts)).get(path)).status).toBe(403);
  });

  test.each(FORMS)("take nothing from who is not signed in: %s", async (path) => {
    const answer = await new Visitor(officeApplication(accounts)).post(path);
    expect(answer.status).toBe(403);
  });

  test("never change how a sample account is entered", async () => {
    const guest = new Visitor(officeApplication(accounts));
    await guest.post("/sign-in/sample", { account: "municipal-editor" });
    for (const path of FORMS.filter((one) => /password|totp|passkeys$|remove/.test(one))) {
      expect([path, (await guest.post(path)).status]).toEqual([path, 403]);
    }
    expect(await (await guest.get("/account")).text()).toContain("見本のアカウントでは、変えられません");
  });
});

describe("changing the password", () => {
  test("ends the sessions elsewhere, and keeps this one under a new token", async () => {
    const before = visitor.cookies.get("kakehashi.session_token");
    const answer = await visitor.post("/account/password", { current: GOOD_PASSWORD, wanted: NEW_PASSWORD });
    expect(answer.headers.get("location")).toBe("/account?done=password");
    expect(visitor.cookies.get("kakehashi.session_token")).not.toBe(before);
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await elsewhere.signIn(email, NEW_PASSWORD)).status).toBe(303);
  });

  test("asks for the current one, refuses an easy one, and stops guessing", async () => {
    const wrong = await visitor.post("/account/password", { current: "ちがう合言葉ですけれど", wanted: NEW_PASSWORD });
    expect(await wrong.text()).toContain("いまのパスワードが違います");
    const easy = await visitor.post("/account/password", { current: GOOD_PASSWORD, wanted: "短い" });
    expect(await easy.text()).toContain("12文字以上にしてください");
    const answers: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      answers.push(
        (await visitor.post("/account/password", { current: `違う合言葉${round}`, wanted: NEW_PASSWORD })).status,
      );
    }
    expect(answers.at(-1)).toBe(429);
  });
});

describe("sessions", () => {
  test("are listed with the one in use marked, and the others can be ended", async () => {
    const page = await (await visitor.get("/account")).text();
    expect(page.match(/この端末/g)).toHaveLength(1);
    expect(page.match(/name="session"/g)).toHaveLength(2);
    await visitor.post("/account/sessions/end", { session: "all" });
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([true, false]);
  });

  test("of other people stay, whatever id is sent", async () => {
    const { rows } = await db.owner.query<{ id: string }>("select id from auth.session");
    const stranger = new Visitor(officeApplication(accounts));
    const address = `stranger${people}@city.example.jp`;
    await addPerson(db, address);
    await stranger.signIn(address);
    for (const { id } of rows) await stranger.post("/account/sessions/end", { session: id });
    expect([await isIn(visitor), await isIn(elsewhere), await isIn(stranger)]).toEqual([true, true, true]);
  });

  test("end in the transaction of an administrator, and stay when it is rolled back", async () => {
    const rolledBack = db.database.write(SYSTEM, async (tx) => {
      await endSessionsOf(tx, accountId);
      throw new Error("stop");
    });
    await expect(rolledBack).rejects.toThrow("stop");
    expect(await isIn(visitor)).toBe(true);
    await db.database.write(SYSTEM, (tx) => endSessionsOf(tx, accountId));
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([false, false]);
  });

  test("do not come back when a disabled account is enabled again", async () => {
    await db.owner.query("update account set disabled_at = now() where id = $1", [accountId]);
    await db.owner.query("update account set disabled_at = null where id = $1", [accountId]);
    expect(await isIn(visitor)).toBe(false);
  });

  test("go on under a new token when a role was given, and the cookie from before is worth nothing", async () => {
    await visitor.get("/account");
    const before = visitor.cookies.get("kakehashi.session_token")!;
    await giveRole(db.owner, accountId, city, "municipal_editor");
    expect(await (await visitor.get("/account")).text()).toContain("青森市 として作業中");
    expect(visitor.cookies.get("kakehashi.session_token")).not.toBe(before);
    visitor.cookies.set("kakehashi.session_token", before);
    expect(await isIn(visitor)).toBe(false);
  });

  test("say on which device, as far as the browser says", async () => {
    await db.owner.query(`update auth.session set "userAgent" = $1`, [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
    ]);
    expect(await (await visitor.get("/account")).text()).toContain("Windows の Edge");
    expect(await (await visitor.get("/en/account")).text()).toContain("Edge on Windows");
  });
});

test("a session ends a week after signing in, however much it is used", async () => {
  await db.owner.query(
    `update auth.session set "createdAt" = now() - interval '6 days 23 hours'
    where "userId" = (select auth_user_id from account where id = $1)`,
    [accountId],
  );
  expect(await isIn(visitor)).toBe(true);
  await db.owner.query(
    `update auth.session set "createdAt" = now() - interval '7 days 1 minute'
    where "userId" = (select auth_user_id from account where id = $1)`,
    [accountId],
  );
  expect(await isIn(visitor)).toBe(false);
  expect((await visitor.get("/account")).status).toBe(403);
});

describe("a passkey", () => {
  const keep = async () => {
    const { rows } = await db.owner.query<{ id: string }>(`insert into auth.passkey
        (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
      select gen_random_uuid()::text, '執務室', 'x', auth_user_id, gen_random_uuid()::text, 0, 'x', false
        from account where id = '${accountId}' returning id`);
    return rows[0]?.id ?? "";
  };
  const left = async () =>
    (
      await db.owner.query('select from auth.passkey p join account a on a.auth_user_id = p."userId" where a.id = $1', [
        accountId,
      ])
    ).rowCount;

  test("is taken away soon after signing in, and its owner gets a letter", async () => {
    const id = await keep();
    const answer = await visitor.post("/account/passkeys/remove", { passkey: id });
    expect(answer.headers.get("location")).toBe("/account?done=passkey_removed");
    expect(await left()).toBe(0);
    expect(letters.at(-1)).toMatchObject({ to: email, subject: expect.stringContaining("パスキーの取り外し") });
  });

  test("is not taken away from a screen that stood open for long", async () => {
    const id = await keep();
    await db.owner.query(`update auth.session set "createdAt" = now() - interval '31 minutes'`);
    const answer = await visitor.post("/account/passkeys/remove", { passkey: id });
    expect([answer.status, (await answer.text()).includes("サインインから30分のあいだだけ")]).toEqual([403, true]);
    expect(await left()).toBe(1);
  });
});
