import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import type { JobContext } from "../../platform/index.ts";
import { housekeepingJob } from "./housekeeping-job.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test("what has expired goes, and what still counts stays", async () => {
  const { authUserId } = await addPerson(db, "officer@example.jp");
  for (const [id, days] of [
    ["old", -1],
    ["new", 1],
  ] as const) {
    const at = `now() + interval '${days} days'`;
    await db.owner.query(`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
      values ('${id}', ${at}, '${id}', now(), '${authUserId}');
      insert into auth.verification (id, identifier, value, "expiresAt") values ('${id}', '${id}', 'x', ${at});
      insert into auth.attempt (key, at) values ('${id}', ${at} - interval '12 hours');
      insert into platform_session (token_sha256, operator, expires_at) values ('${id}', 'x', ${at});
      insert into platform_invitation (token_sha256, operator, expires_at) values ('${id}', 'x', ${at});
      insert into platform_export (id, kind, criteria, lang, asked_by, asked_at)
        values ('${id}', 'k', '', 'ja', 'x', now() + interval '${days * 8} days')`);
  }
  await housekeepingJob(null).run({}, { database: db.database } as JobContext); // all it uses
  const left = await db.owner.query(`select array[
    (select string_agg(id, ',') from auth.session), (select string_agg(id, ',') from auth.verification),
    (select string_agg(key, ',') from auth.attempt), (select string_agg(token_sha256, ',') from platform_session),
    (select string_agg(token_sha256, ',') from platform_invitation), (select string_agg(id, ',') from platform_export)] as ids`);
  expect(left.rows[0].ids).toEqual(["new", "new", "new", "new", "new", "new"]);
});
