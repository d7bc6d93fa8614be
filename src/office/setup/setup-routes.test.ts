import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testAccounts } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Accounts, type Actor, inviteMember, LOCAL_OPERATOR, PUBLIC } from "../../platform/index.ts";
import { outboxRoutes } from "../outbox/outbox-routes.tsx";
import { setupRoutes } from "./setup-routes.tsx";

let db: TestDatabase;
let accounts: Accounts;
let outbox: string;
beforeAll(async () => {
  db = await testDatabase();
  outbox = mkdtempSync(join(tmpdir(), "kakehashi-outbox-"));
  const test = await testAccounts(db);
  accounts = { ...test.accounts, outbox };
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
  rmSync(outbox, { recursive: true, force: true });
});

const see = (actor: Actor, path = "/setup") =>
  officeApplication(
    setupRoutes({ database: db.database, accounts }).route("/", outboxRoutes({ database: db.database, accounts })),
    actor,
  ).request(path);

test("the first steps lead one by one to the first administrator, and are over with the first account", async () => {
  expect(await (await see(LOCAL_OPERATOR)).text()).toContain('href="/bodies/new"');
  const body = await addBody(db.owner, "国の機関");
  expect(await (await see(LOCAL_OPERATOR)).text()).toContain(`href="/bodies/${body.id}/members/invite"`);
  const invited = { email: "first@office.example.jp", bodyId: body.id, role: "system_administrator" as const };
  await db.database.write(LOCAL_OPERATOR, (tx) =>
    inviteMember(tx, { ...invited, validFrom: "2026-04-01", validTo: null }),
  );
  const page = await (await see(LOCAL_OPERATOR)).text();
  expect(page).toContain("システム管理者を招待しました");
  expect(page).toContain('href="/outbox"');
  await addMember(db.owner, body, "管理 一", "system_administrator");
  expect(await (await see(LOCAL_OPERATOR, "/en/setup")).text()).toContain("The first steps are done");
});

test.each([
  ["the public", PUBLIC],
  ["an editor", member("46201", "municipal_editor")],
  ["the administrator of a body", member("46201", "body_administrator")],
] as const)("first steps and outbox are closed to %s", async (_who, actor) => {
  expect((await see(actor)).status).toBe(403);
  expect((await see(actor, "/outbox")).status).toBe(403);
});
