/** What is done with the rights of the machine is in the audit: the start's link, accounts at the command line, backups. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, giveRole } from "../../../test/support/people.ts";
import { disableAccount, resetSecondFactor } from "../accounts/administer-accounts.ts";
import { CLI } from "../database/actor.ts";
import { inviteOperator, redeemInvitation } from "../http/operator-session.ts";
import { recordMachineAct } from "./record-machine-act.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const newest = async () =>
  (
    await db.owner.query(
      "select actor, action, outcome, subject_id, marks, after, request_id from audit_event order by id desc limit 1",
    )
  ).rows[0];

test("who opens the start's link signs in with it; a link that opens nothing is a failed sign-in", async () => {
  const token = await inviteOperator(db.database);
  expect(await redeemInvitation(db.database, token, { requestId: "r1" })).toBeDefined();
  const after = { method: "operator_link" };
  expect(await newest()).toMatchObject({ actor: "local-operator", action: "sign_in.done", after, request_id: "r1" });
  expect(await redeemInvitation(db.database, token, { requestId: "r2" })).toBeUndefined();
  expect(await newest()).toMatchObject({ actor: "public", action: "sign_in.failed", outcome: "failed", after });
});

test("what the command line does to an account is seen by the person's bodies", async () => {
  const city = await addBody(db.owner, "鹿児島市", "46201");
  const { accountId } = await addPerson(db, "officer@city.example.jp");
  await giveRole(db.owner, accountId, city, "municipal_editor");
  const marks = expect.arrayContaining(["46201"]);
  await db.database.write(CLI, (tx) => resetSecondFactor(tx, "officer@city.example.jp"), { requestId: "cli-1" });
  expect(await newest()).toMatchObject({ action: "second_factor.disabled", subject_id: accountId, marks });
  await db.database.write(CLI, (tx) => disableAccount(tx, "officer@city.example.jp"), { requestId: "cli-1" });
  expect(await newest()).toMatchObject({ actor: "cli", action: "account.disabled", marks, request_id: "cli-1" });
});

test("a backup is written down as the owner, with its file's name cut to what is needed; without an audit it is not", async () => {
  const act = {
    action: "backup.written",
    subject: { kind: "backup", id: "a".repeat(300) },
    after: {},
    requestId: "cli-2",
  };
  const client = await db.owner.connect();
  try {
    expect(await recordMachineAct(client, act)).toBe(true);
    expect(await newest()).toMatchObject({ actor: "cli", action: "backup.written", subject_id: "a".repeat(200) });
    await client.query("begin; alter table audit_event rename to audit_event_of_before");
    expect(await recordMachineAct(client, act)).toBe(false);
    await client.query("rollback");
  } finally {
    client.release();
  }
});
