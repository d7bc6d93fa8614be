import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { type Actor, addJob, CLI, PUBLIC, startWorker, type Worker } from "../../platform/index.ts";
import type { ExportDefinition } from "./exports/export-definition.ts";
import { exportRoutes } from "./exports/export-routes.tsx";
import { jobRoutes } from "./job-routes.tsx";
import { type OfficeJobs, officeJobs } from "./office-jobs.ts";

const administrator = member("national", "system_administrator");
const editor = member("46201", "municipal_editor");
const other = member("01100", "municipal_editor");

const numbers: ExportDefinition = {
  kind: "numbers",
  label: { ja: "数の表", en: "Numbers" },
  fileName: "numbers.txt",
  mediaType: "text/plain; charset=utf-8",
  write: async function* ({ criteria }) {
    const size = Number(criteria.get("size") ?? 3);
    for (let at = 0; at < size; at += 1) yield "あいうえおかきくけこ\n".repeat(1000);
  },
};

let db: TestDatabase;
let folder: string;
let jobs: OfficeJobs;
let worker: Worker;
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "kakehashi-jobs-"));
  const backups = { connection: db.connection, folder, product: "1" };
  jobs = officeJobs({
    backups,
    mailer: { send: async () => undefined },
    outbox: null,
    origin: "http://localhost",
    exports: [numbers],
  });
  worker = await startWorker({ connection: db.connection, database: db.database, jobs: jobs.all });
});
afterAll(async () => {
  await worker.stop();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function ask(actor: Actor, path: string, form?: Record<string, string>): Promise<Response> {
  const routes = jobRoutes({ database: db.database, jobs }).route("/", exportRoutes({ database: db.database, jobs }));
  const post = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
  return Promise.resolve(officeApplication(routes, actor).request(path, post));
}
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();

async function until(what: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await what())) {
    if (performance.now() > giveUpAt) throw new Error("waited in vain");
    await sleep(50);
  }
}

const audited = async (action: string) =>
  (await db.owner.query("select actor, subject_id from audit_event where action = $1 order by id", [action])).rows;

test("a backup asked for is made, read back, listed with its mark, and can be fetched, and all that is in the audit", async () => {
  const answer = await ask(administrator, "/jobs/backup", {});
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/jobs?said=backup"]);
  await until(async () => (await text(administrator, "/jobs")).includes("読み返して確認ずみ"));
  const page = await text(administrator, "/jobs");
  const name = /kakehashi-[0-9-]+\.tar\.gz/.exec(page)?.[0] ?? "";
  expect(page).not.toContain("2 日以上");
  const file = await ask(administrator, `/jobs/backups/${name}`);
  expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect([bytes[0], bytes[1], bytes.length]).toEqual([0x1f, 0x8b, Number(file.headers.get("content-length"))]);
  expect(await audited("backup.asked")).toEqual([{ actor: administrator.accountId, subject_id: name }]);
  expect(await audited("backup.downloaded")).toEqual([{ actor: administrator.accountId, subject_id: name }]);
});

test("only who manages jobs sees the page, and only files of backups are handed out", async () => {
  for (const path of ["/jobs", "/jobs/backups/kakehashi-2026-11-22.tar.gz"]) {
    expect((await ask(PUBLIC, path)).status).toBe(403);
    expect((await ask(editor, path)).status).toBe(403);
  }
  expect((await ask(editor, "/jobs/backup", {})).status).toBe(403);
  writeFileSync(join(folder, "secret.txt"), "x");
  for (const name of ["secret.txt", "..%2F..%2Fetc%2Fpasswd", "kakehashi-2020-01-01.tar.gz"]) {
    expect((await ask(administrator, `/jobs/backups/${name}`)).status).toBe(404);
  }
});

test("late backups are told, also when files lie there that nobody read back", async () => {
  await db.owner.query("update platform_backup set made_at = now() - interval '3 days'");
  await db.owner.query("update platform_migration set applied_at = now() - interval '3 days'");
  writeFileSync(join(folder, "kakehashi-2026-11-21.tar.gz"), "no backup");
  const page = await text(administrator, "/jobs");
  expect(page).toContain("バックアップが 2 日以上取れていません");
  expect(page).toContain("まだ確認していません");
  expect(await text(administrator, "/en/jobs")).toContain("There has been no backup for 2 days");
});

test("a job that failed for good says why in words, runs again when told, and goes when cancelled", async () => {
  const { backups } = jobs;
  if (backups === null) throw new Error("there are backups");
  const missing = { name: "kakehashi-2026-01-01.tar.gz" };
  const id = await db.database.write(CLI, (tx) => addJob(tx, { ...backups.check, retries: 0 }, missing));
  const does = async (what: string, said: string) =>
    (await ask(administrator, `/jobs/${id}/${what}`, {})).headers.get("location") === `/jobs?said=${said}`;
  const failures = async () =>
    (await db.owner.query("select from platform_job_run where job_id = $1 and outcome = 'failed'", [id])).rowCount;
  await until(async () => (await text(administrator, "/jobs")).includes("ファイルを読めません（ENOENT）。"));
  await until(() => does("retry", "retried"));
  await until(async () => (await failures()) === 2); // cancelled while it runs, it would end as if it were done
  await until(() => does("cancel", "removed"));
  expect(await does("retry", "gone")).toBe(true);
  expect((await audited("job.retried")).at(-1)).toMatchObject({ subject_id: id });
});

test("a large file is made in the background and fetched by who asked, by nobody else", async () => {
  expect((await ask(editor, "/exports", { kind: "nothing" })).status).toBe(422);
  const answer = await ask(editor, "/exports", { kind: "numbers", criteria: "size=100" });
  expect(answer.headers.get("location")).toBe("/exports?said=asked");
  await until(async () => (await text(editor, "/exports")).includes("受け取る"));
  const path = /\/exports\/E\d+/.exec(await text(editor, "/exports"))?.[0] ?? "";
  const file = await ask(editor, path);
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="numbers.txt"');
  expect(await file.text()).toBe("あいうえおかきくけこ\n".repeat(100_000));
  expect((await ask(other, path)).status).toBe(404);
  expect((await ask(administrator, path)).status).toBe(404);
  expect((await ask(PUBLIC, path)).status).toBe(403);
  expect(await text(other, "/exports")).not.toContain("受け取る</a>");
});

test("conditions of a list go along, whatever is written in them", async () => {
  expect(await text(editor, "/exports?q=%E6%95%99%E8%82%B2&field=3")).toContain("q=教育 field=3");
  expect((await ask(editor, "/exports", { kind: "", criteria: "%zz=<b>" })).status).toBe(422);
});
