import { getMigrations } from "better-auth/db/migration";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testAccounts } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { LOCAL_OPERATOR, PUBLIC } from "../database/actor.ts";
import type { Accounts } from "./open-accounts.ts";

let db: TestDatabase;
let accounts: Accounts;
beforeAll(async () => {
  db = await testDatabase();
  ({ accounts } = await testAccounts(db, {
    oidc: { issuer: "http://localhost:9", clientId: "c", clientSecret: "s", label: "x" },
  }));
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
});

test("our tables are all that better-auth with our options wants", async () => {
  const { toBeAdded, toBeCreated } = await getMigrations(accounts.auth.options);
  expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] });
});

const TABLES = [
  "user",
  "session",
  "account",
  "verification",
  "twoFactor",
  "passkey",
  "signing_key",
  "attempt",
  "spent_step",
];

describe.each(TABLES)("the table auth.%s", (table) => {
  test.each([PUBLIC, LOCAL_OPERATOR])("is closed to $kind", async (actor) => {
    const reading = db.database.read(actor, (tx) => sql`select from auth.${sql.id(table)}`.execute(tx));
    await expect(reading).rejects.toThrow(/permission denied/);
  });
});

test("the connections of accounts see no records", async () => {
  await expect(accounts.pool.query("select from public.account")).rejects.toThrow(/permission denied/);
});

test("every node and every start finds the same signing key", async () => {
  const again = await testAccounts(db);
  expect(again.accounts.settings.key).toBe(accounts.settings.key);
  await again.accounts.close();
});
