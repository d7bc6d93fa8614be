/** The drill an office should do once a year, on the product's own tables: back up, restore elsewhere, compare every row. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FILLED_BY_ITSELF } from "../src/app/fill-empty-database.ts";
import { migrations } from "../src/app/migrations.ts";
import { acceptAllWithoutFindings, importDocument } from "../src/intake/index.ts";
import { type BlankDatabase, blankDatabase, readContents } from "../src/platform/backup/testing/office.ts";
import {
  CLI,
  checkArchive,
  inviteOperator,
  migrate,
  openDatabase,
  recordAudit,
  redeemInvitation,
  restoreBackup,
  writeBackup,
} from "../src/platform/index.ts";
import { loadSample } from "../src/registry/index.ts";
import { addPerson } from "./support/accounts.ts";
import { databaseWithSample, type TestDatabase, testDatabase } from "./support/database.ts";
import { addBody, addMember } from "./support/people.ts";

let db: TestDatabase;
let elsewhere: BlankDatabase;
let folder: string;
beforeAll(async () => {
  [db, elsewhere] = await Promise.all([databaseWithSample(), blankDatabase()]);
  folder = mkdtempSync(join(tmpdir(), "kakehashi-drill-"));
  const bytes = readFileSync("test/fixtures/agreement-survey/invented-report.txt");
  const imported = await importDocument(db.database, CLI, { name: "報告書.txt", bytes }, { layout: "auto" });
  if (!imported.ok) throw new Error(imported.problem.code);
  await acceptAllWithoutFindings(db.database, CLI, imported.value.documentId);
  await redeemInvitation(db.database, await inviteOperator(db.database), {});
  await peopleWhoSignIn();
});
afterAll(async () => {
  await Promise.all([db.drop(), elsewhere.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A person with password, second factor, role and a session: what lies in the schema of accounts. */
async function peopleWhoSignIn(): Promise<void> {
  const { authUserId } = await addPerson(db, "officer@example.jp");
  const body = await addBody(db.owner, "鹿児島市", "46201");
  const member = await addMember(db.owner, body, "佐藤 一", "municipal_editor");
  await db.owner.query(
    `insert into auth."twoFactor" (id, secret, "backupCodes", "userId", verified) values ('t', 'sealed', 'hashed', $1, true)`,
    [authUserId],
  );
  await db.owner.query(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ('s', now(), 'secret', now(), $1)`,
    [authUserId],
  );
  const note = { action: "drill.held", subject: { kind: "account", id: member.accountId } };
  await db.database.write(member, (tx) => recordAudit(tx, note));
}

test("every row of every table comes back, and the restored database goes on working", async () => {
  const path = join(folder, "drill.backup");
  const written = await writeBackup(db.connection, { path, isReplacing: false, product: "drill", chunkBytes: 20_000 });
  const checked = await checkArchive(path);
  if (!written.ok || !checked.ok) throw new Error("the backup was refused");
  const options = { path, migrations, filledByItself: FILLED_BY_ITSELF };
  expect(await restoreBackup(elsewhere.connection, checked.value, options)).toMatchObject({ ok: true });
  const [before, after] = [await readContents(db.owner), await readContents(elsewhere.pool)];
  expect(Object.values(before).filter((hash) => !hash.startsWith("0 ")).length).toBeGreaterThan(20);
  const leftOut = Object.fromEntries(checked.value.header.leftOut.map((name) => [name, "0 "]));
  expect(Object.keys(leftOut)).toEqual(
    expect.arrayContaining(["auth.session", "platform_session", "platform_invitation"]),
  );
  expect(after).toEqual({ ...before, ...leftOut });
  for (const table of ["auth.user", "auth.account", "auth.twoFactor", "role_assignment", "audit_event"]) {
    expect([table, before[table]?.startsWith("0 ")]).toEqual([table, false]);
  }
  expect(await migrate(elsewhere.connection, migrations)).toEqual([]);
  const database = openDatabase({ connection: elsewhere.connection });
  expect(await loadSample(database)).toBe(0);
  await database.close();
});

test("a database that only the start has filled takes a backup", async () => {
  const [fresh, path] = [await testDatabase(), join(folder, "drill.backup")];
  const database = openDatabase({ connection: fresh.connection });
  await inviteOperator(database);
  await database.close();
  const checked = await checkArchive(path);
  if (!checked.ok) throw new Error(checked.problem.code);
  const options = { path, migrations, filledByItself: FILLED_BY_ITSELF };
  expect(await restoreBackup(fresh.connection, checked.value, options)).toMatchObject({ ok: true });
  expect((await readContents(fresh.owner))["agreement"]).toBe((await readContents(db.owner))["agreement"]);
  await fresh.drop();
});
