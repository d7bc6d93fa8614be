import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addAccount, addBody, addMember, giveRole } from "../../../../test/support/people.ts";
import type { JobContext, Message } from "../../../platform/index.ts";
import { findTrouble } from "./read-backups.ts";
import { warningJobs } from "./warn-of-backups.ts";

const HOUR = 60 * 60 * 1000;
const now = new Date("2026-11-22T07:40:00+09:00");
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

describe("backups need somebody", () => {
  const failed = { task: "system/backup", state: "failed", runAt: ago(5) } as const;
  test.each([
    ["when one failed for good", [failed], ago(29), false, "failed"],
    ["when one failed and there never was any", [failed], null, false, "failed"],
    [
      "when a written one could not be read back",
      [{ ...failed, task: "system/check-backup" }],
      ago(29),
      false,
      "failed",
    ],
    ["when the newest is too old and none is on its way", [], ago(60), true, "late"],
  ] as const)("%s", (_when, queue, last, late, expected) => {
    expect(findTrouble(queue, last, late)).toBe(expected);
  });
  test.each([
    ["when all is well", [], ago(5), false],
    ["when a whole one followed the failure", [failed], ago(1), false],
    ["when something else failed", [{ ...failed, task: "office/make-file" }], ago(5), false],
    ["when the machine was off and now makes up for it", [{ ...failed, state: "waiting" as const }], ago(60), true],
    ["while it is tried again", [{ ...failed, state: "waiting_again" as const }], ago(30), false],
  ] as const)("not %s", (_when, queue, last, late) => {
    expect(findTrouble(queue, last, late)).toBeUndefined();
  });
});

describe("the letter of a failed backup", () => {
  let db: TestDatabase;
  let folder: string;
  let sent: Message[];
  beforeAll(async () => {
    db = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), "kakehashi-watch-"));
    const national = await addBody(db.owner, "全国の機関");
    await addMember(db.owner, national, "番人 一", "system_administrator");
    await addMember(db.owner, national, "職員 二", "national_officer");
    const left = await addAccount(db.owner, "去年 三");
    await giveRole(db.owner, left, national, "system_administrator", { to: "2025-03-31" });
    const sample = await addMember(db.owner, national, "見本 四", "system_administrator");
    await db.owner.query("update account set is_sample = true where id = $1", [sample.accountId]);
  });
  beforeEach(async () => {
    sent = [];
    await db.owner.query("delete from graphile_worker._private_jobs; delete from platform_backup");
  });
  afterAll(async () => {
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const mailer = { send: async (message: Message) => void sent.push(message) };
  /** Runs the morning's job and what it added, without the worker. */
  async function morning(): Promise<void> {
    const [watch, warn] = warningJobs({ folder, mailer, origin: "https://kakehashi.example.jp" });
    const context = { database: db.database, scheduledAt: new Date() } as JobContext; // all they use
    await watch?.run({}, context);
    await watch?.run({}, context);
    const { rows } = await db.owner.query(`select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'system/warn-of-backups'`);
    for (const { payload } of rows) await warn?.run(warn.payload.parse(payload.input), context);
  }
  const fail = () =>
    db.owner.query(`select graphile_worker.add_job('system/backup', max_attempts => 1);
      update graphile_worker._private_jobs set attempts = 1`);

  test("goes once to each who runs the system today, and says where to look", async () => {
    await fail();
    await morning();
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ["officer1@example.jp", "【架け橋】自動のバックアップに失敗しました"],
    ]);
    expect(sent[0]?.text).toMatch(/確かめられたバックアップが一つもありません[\s\S]*kakehashi\.example\.jp\/jobs/);
  });

  test("is not written when a whole backup was made since", async () => {
    await fail();
    const name = "kakehashi-2026-11-22.tar.gz";
    writeFileSync(join(folder, name), "x");
    await db.owner.query(
      "insert into platform_backup (name, made_at, bytes, sha256, rows, verified_at) values ($1, now() + interval '1 hour', 1, repeat('0', 64), 1, now())",
      [name],
    );
    await morning();
    expect(sent).toEqual([]);
  });
});
