import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApplication } from "../../src/app/application.tsx";
import { createSampleAccounts, inviteOperator, type RequestEnv } from "../../src/platform/index.ts";
import { addPerson, GOOD_PASSWORD, testAccounts, Visitor } from "../support/accounts.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test("no password, token or address of a third person gets into the audit", async () => {
  await createSampleAccounts(db.database);
  const { accounts } = await testAccounts(db, { origin: "http://localhost", allowsSample: true });
  const parts = { database: db.database, accounts, assets: { folder: "public", manifest: {} } };
  const application = createApplication(parts);
  const fromOwnPages = new Hono<RequestEnv>().all("*", (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set("Origin", "http://localhost");
    return application.fetch(new Request(c.req.raw, { headers }));
  });
  const visitor = new Visitor(fromOwnPages);
  await addPerson(db, "known@office.example.jp");
  const token = await inviteOperator(db.database);
  await visitor.signIn("known@office.example.jp", "まちがった合い言葉です 1");
  await visitor.signIn("third.person@elsewhere.example.jp", "まちがった合い言葉です 2");
  await visitor.signIn("known@office.example.jp", GOOD_PASSWORD);
  await visitor.post("/sign-out");
  await visitor.get(`/operator?token=${token}`);
  await visitor.get(`/agreements.csv?q=third.person@elsewhere.example.jp&token=${token}`);
  await visitor.get("/agreements.json?country=CN");
  const { rows } = await db.owner.query("select action, to_jsonb(e)::text as text from audit_event e order by id");
  const actions = rows.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["sign_in.failed", "sign_in.done", "data.exported"]));
  const all = rows.map(({ text }) => text).join("\n");
  for (const secret of [
    "まちがった合い言葉",
    GOOD_PASSWORD,
    token,
    "third.person",
    "known@office",
    "elsewhere.example",
  ])
    expect(all).not.toContain(secret);
});
