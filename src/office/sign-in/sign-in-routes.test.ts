import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addPerson, GOOD_PASSWORD, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import { withSlowHashes } from "../../../test/support/quick-hashes.ts";
import { type Accounts, type BodyRef, createSampleAccounts } from "../../platform/index.ts";

let db: TestDatabase;
let accounts: Accounts;
let city: BodyRef;
let other: BodyRef;
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts } = await testAccounts(db));
  city = await addBody(db.owner, "鹿児島市", "46201");
  other = await addBody(db.owner, "札幌市", "01100");
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
});

let people = 0;
let email: string;
let accountId: string;
let visitor: Visitor;
beforeEach(async () => {
  people += 1;
  email = `officer${people}@city.example.jp`;
  ({ accountId } = await addPerson(db, email));
  await giveRole(db.owner, accountId, city, "municipal_editor");
  visitor = new Visitor(officeApplication(accounts));
});

const events = async (action: string) =>
  (
    await db.owner.query("select actor, outcome, after, marks from audit_event where action = $1 and subject_id = $2", [
      action,
      accountId,
    ])
  ).rows;

describe("signing in", () => {
  test("leads to the page one wanted, as a member of the body, and the audit says how", async () => {
    const answer = await visitor.post("/sign-in", { email, password: GOOD_PASSWORD, next: "/agreements?q=大連" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, encodeURI("/agreements?q=大連")]);
    const account = await (await visitor.get("/account")).text();
    expect(account).toContain("鹿児島市 として作業中");
    expect(account).toContain("自治体の入力担当");
    expect(await events("sign_in.done")).toEqual([
      { actor: accountId, outcome: "done", after: { method: "password" }, marks: ["*", "46", "46201"] },
    ]);
  });

  test("gives a cookie that no script reads and no other site sends", async () => {
    const answer = await visitor.signIn(email);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^kakehashi\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/i);
  });

  test("takes an address in full width and capitals, and a password in half width kana", async () => {
    expect((await visitor.signIn(email.replace("officer", "ＯＦＦＩＣＥＲ"))).status).toBe(303);
  });

  test("opens a new session each time, so that one planted before is worth nothing", async () => {
    await visitor.signIn(email);
    const planted = visitor.cookies.get("kakehashi.session_token");
    await visitor.signIn(email);
    expect(visitor.cookies.get("kakehashi.session_token")).not.toBe(planted);
  });

  test.each(["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"])(
    "never leads to another site: %s",
    async (next) => {
      const answer = await visitor.post("/sign-in", { email, password: GOOD_PASSWORD, next });
      expect(answer.headers.get("location")).toBe("/account");
    },
  );
});

describe("a refused sign-in", () => {
  const wordsOf = async (answer: Response) => (await answer.text()).replaceAll(/value="[^"]*"/g, "");

  test("says the same for a wrong password, an unknown address and a closed account", async () => {
    const wrong = await visitor.signIn(email, "全くちがう合言葉です、はい");
    const unknown = await visitor.signIn("nobody@city.example.jp");
    await db.owner.query("update account set disabled_at = now() where id = $1", [accountId]);
    const closed = await visitor.signIn(email);
    expect([wrong.status, unknown.status, closed.status]).toEqual([422, 422, 422]);
    const said = await wordsOf(wrong);
    expect(said).toContain("メールアドレスかパスワードが違います");
    expect(await wordsOf(unknown)).toBe(said);
    expect(await wordsOf(closed)).toBe(said);
    expect(visitor.cookies.size).toBe(0);
  });

  // By what this process works, hashing in its other threads too: the clock would tell of a machine busy with others.
  test("takes as long for an unknown address as for a wrong password", async () => {
    const fastest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    const addresses = { known: email, unknown: `nobody${people}@city.example.jp` };
    await withSlowHashes(async () => {
      for (let round = 0; round < 8; round += 1) {
        for (const who of ["known", "unknown"] as const) {
          const before = process.cpuUsage();
          await visitor.signIn(addresses[who], `ちがう合言葉のその${round}です`);
          const { user, system } = process.cpuUsage(before);
          fastest[who] = Math.min(fastest[who], user + system);
        }
      }
    });
    const { known, unknown } = fastest;
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  test("keeps the address typed and never the password, and is in the audit of the body", async () => {
    const answer = await visitor.signIn(email, "まちがいの合言葉をここに");
    const page = await answer.text();
    expect(page).toContain(`value="${email}"`);
    expect(page).not.toContain("まちがいの合言葉");
    expect(await events("sign_in.failed")).toEqual([
      { actor: "public", outcome: "failed", after: null, marks: ["*", "46", "46201"] },
    ]);
  });

  test("is paused after ten tries for one address, also with the right password then, and says until when", async () => {
    for (let round = 0; round < 10; round += 1) await visitor.signIn(email, `ちがう合言葉 ${round} 番目`);
    const answer = await visitor.signIn(email);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await answer.text()).toMatch(/\d+月\d+日.*を過ぎると、また試せます/);
    const { rows } = await db.owner.query("select key from auth.attempt where key like '%city.example%'");
    expect(rows).toEqual([]);
    await db.owner.query("update auth.attempt set at = at - interval '16 minutes'");
    expect((await visitor.signIn(email)).status).toBe(303);
  });
});

describe("a session", () => {
  beforeEach(() => visitor.signIn(email));
  const seesAccount = async () => (await visitor.get("/account")).status === 200;

  test("ends with signing out, for whoever kept the cookie too", async () => {
    const kept = new Map(visitor.cookies);
    expect((await visitor.post("/sign-out")).status).toBe(303);
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect(await seesAccount()).toBe(false);
    expect(await events("sign_out.done")).toHaveLength(1);
  });

  test("ends when the account is disabled", async () => {
    expect(await seesAccount()).toBe(true);
    await db.owner.query("update account set disabled_at = now() where id = $1", [accountId]);
    expect(await seesAccount()).toBe(false);
  });

  test("without any role today says so, and works as the public", async () => {
    await db.owner.query("update role_assignment set valid_to = current_date - 2 where account_id = $1", [accountId]);
    const page = await (await visitor.get("/account")).text();
    expect(page).toContain("今日は、どの団体の役割もありません");
    expect(page).not.toContain("として作業中");
  });

  test("with a forged or cut cookie is nobody's", async () => {
    const value = visitor.cookies.get("kakehashi.session_token")!;
    for (const forged of [value.slice(0, -3), `${value.slice(0, 5)}X${value.slice(6)}`, "", "x.y"]) {
      visitor.cookies.set("kakehashi.session_token", forged);
      expect((await visitor.get("/account")).status).toBe(403);
    }
  });

  test("works for one body at a time; a secondee switches, and begins there the next time", async () => {
    await giveRole(db.owner, accountId, other, "municipal_editor");
    expect(await (await visitor.get("/account")).text()).toContain("鹿児島市 として作業中");
    expect((await visitor.post("/account/body", { body: other.id })).status).toBe(303);
    expect(await (await visitor.get("/account")).text()).toContain("札幌市 として作業中");
    await visitor.post("/sign-out");
    await visitor.signIn(email);
    expect(await (await visitor.get("/account")).text()).toContain("札幌市 として作業中");
    expect(await events("body.switched")).toHaveLength(1);
  });

  test("cannot work for a body where the person holds no role", async () => {
    expect((await visitor.post("/account/body", { body: other.id })).status).toBe(403);
    expect(await (await visitor.get("/account")).text()).toContain("鹿児島市 として作業中");
  });
});

describe("sample accounts", () => {
  test("are neither offered nor opened where they are not allowed, whatever rows there are", async () => {
    await createSampleAccounts(db.database);
    expect(await (await visitor.get("/sign-in")).text()).not.toContain("見本");
    expect((await visitor.post("/sign-in/sample", { account: "municipal-editor" })).status).toBe(403);
    expect((await visitor.get("/account")).status).toBe(403);
  });

  test("are opened by one click where they are allowed, and their sessions end where they are not", async () => {
    const sample = await testAccounts(db, { allowsSample: true });
    const guest = new Visitor(officeApplication(sample.accounts));
    const page = await (await guest.get("/sign-in")).text();
    expect(page.match(/name="account"/g)).toHaveLength(10);
    expect((await guest.post("/sign-in/sample", { account: "secondee" })).status).toBe(303);
    expect(await (await guest.get("/account")).text()).toContain("鹿児島県 国際交流担当 の仕事をする");
    for (const [name, value] of guest.cookies) visitor.cookies.set(name, value);
    expect((await visitor.get("/account")).status).toBe(403);
    await sample.accounts.close();
  });
});

test("over https the cookie is tied to the host", async () => {
  const secure = await testAccounts(db, { origin: "https://kakehashi.example.jp" });
  const answer = await new Visitor(officeApplication(secure.accounts)).signIn(email);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-kakehashi\.session_token=.*Path=\/; HttpOnly; Secure/i);
  expect(answer.headers.getSetCookie()[0]).not.toMatch(/domain=/i);
  await secure.accounts.close();
});
