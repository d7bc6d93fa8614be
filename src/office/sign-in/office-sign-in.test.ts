/** Sign-in of the office against a real OpenID provider, started here. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addPerson, officeApplication, testAccounts, Visitor } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import type { Accounts, BodyRef } from "../../platform/index.ts";

const ORIGIN = "http://localhost:3000";
let db: TestDatabase;
let accounts: Accounts;
let city: BodyRef;
let server: Server;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: "kakehashi", client_secret: "a secret of the office" };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${ORIGIN}/auth/callback/office`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: id, email_verified: true, name: id }),
    }),
    cookies: { keys: ["test"] },
    pkce: { required: () => false },
  });
  server.on("request", provider.callback());
  const oidc = { issuer, clientId: client.client_id, clientSecret: client.client_secret, label: "庁内認証" };
  ({ accounts } = await testAccounts(db, { origin: ORIGIN, oidc, requiresSecondFactor: true }));
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

let visitor: Visitor;
beforeEach(() => {
  visitor = new Visitor(officeApplication(accounts));
});

/** Signs in at the provider's own development page as whoever, and comes back with the code. */
async function throughProvider(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; init?: RequestInit } = { url: address };
  for (let hop = 0; hop < 12; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next.url, {
      redirect: "manual",
      ...next.init,
      headers: { cookie, ...next.init?.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location !== null) {
      const url = new URL(location, next.url);
      if (url.origin === ORIGIN) return `${url.pathname}${url.search}`;
      next = { url: url.href };
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`the provider answered ${answer.status}: ${page.slice(0, 300)}`);
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const body = new URLSearchParams({ prompt, login, password: "any" });
    next = { url: new URL(action, next.url).href, init: { method: "POST", body } };
  }
  throw new Error("the provider never came back");
}

async function signInAs(login: string, path = "/today"): Promise<Response> {
  const begun = await visitor.get(`/sign-in/office?next=${path}`);
  const address = begun.headers.get("location") ?? "";
  expect(begun.status).toBe(303);
  return visitor.get(await throughProvider(address, login));
}

test("the sign-in page names it", async () => {
  expect(await (await visitor.get("/sign-in")).text()).toContain("庁内認証 でサインインする");
});

test("opens the account of who was invited, and the office's own check counts as the second factor", async () => {
  const email = "approver@city.example.jp";
  const { accountId } = await addPerson(db, email);
  await giveRole(db.owner, accountId, city, "municipal_approver");
  const answer = await signInAs(email);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/today"]);
  expect(await (await visitor.get("/account")).text()).toContain("鹿児島市 として作業中");
  const { rows } = await db.owner.query("select after from audit_event where action = 'sign_in.done' and actor = $1", [
    accountId,
  ]);
  expect(rows).toEqual([{ after: { method: "oidc" } }]);
});

test("opens nothing for who was not invited, and says so", async () => {
  const answer = await signInAs("stranger@elsewhere.example.jp");
  expect(answer.headers.get("location")).toContain("/sign-in?office=refused");
  const page = await visitor.get(answer.headers.get("location") ?? "");
  expect(await page.text()).toContain("この認証では入れませんでした");
  expect((await db.owner.query(`select from auth."user" where email = 'stranger@elsewhere.example.jp'`)).rowCount).toBe(
    0,
  );
});

test("opens nothing for a disabled account", async () => {
  const email = "left@city.example.jp";
  const { accountId } = await addPerson(db, email);
  await db.owner.query("update account set disabled_at = now() where id = $1", [accountId]);
  await signInAs(email);
  expect((await visitor.get("/account")).status).toBe(403);
});

test("takes no answer that it did not ask for", async () => {
  const answer = await visitor.get("/auth/callback/office?code=planted&state=planted");
  expect(answer.headers.get("location")).toContain("/sign-in?office=refused");
  expect((await visitor.get("/account")).status).toBe(403);
});
