import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Actor, type BodyRef, LOCAL_OPERATOR, type Member, openWork, PUBLIC } from "../../platform/index.ts";
import type { OfficeJobs } from "../jobs/office-jobs.ts";
import { workRoutes } from "./work-routes.tsx";

let db: TestDatabase;
let city: BodyRef;
let chief: Member;
let officer: Member;
let colleague: Member;
let stranger: Member;
let backups: OfficeJobs["backups"] = null;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
  officer = await addMember(db.owner, city, "職員 二", "municipal_editor");
  colleague = await addMember(db.owner, city, "職員 三", "municipal_editor");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 四", "municipal_editor");
  await open("A000001", officer.accountId, "2020-01-01");
  await open("A000002", officer.accountId);
  await open("A000003", null);
});
afterAll(() => db.drop());

const open = (subjectId: string, accountId: string | null, dueOn: string | null = null) =>
  db.database.write(officer, (tx) =>
    openWork(tx, {
      ...{ kind: "agreement_draft", subjectId, bodyId: city.id, accountId, dueOn },
      ...{ title: `下書き ${subjectId}`, address: `/agreements/${subjectId}` },
    }),
  );
const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(workRoutes({ database: db.database, jobs: { backups } }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();
const give = (actor: Actor, subject: string, from: string, to: string) =>
  ask(actor, "/today/assign", { kind: "agreement_draft", subject, from, to });

test("work is said to be open since the day in Japan on which it was opened, also before nine in the morning", async () => {
  await open("A000004", officer.accountId);
  await db.owner.query("update work_item set opened_at = '2026-08-02T23:30:00Z' where subject_id = 'A000004'");
  expect(await text(officer, "/today")).toContain("令和8年8月3日から");
  await db.owner.query("delete from work_item where subject_id = 'A000004'");
});

test("one's own work stands here with its day, and what nobody has; a colleague's does not", async () => {
  const own = await text(officer, "/today");
  expect(own).toContain("日過ぎています");
  expect(own.indexOf("期限のあるもの")).toBeLessThan(own.indexOf("進めているもの"));
  const theirs = await text(colleague, "/today");
  expect([theirs.includes("下書き A000003"), theirs.includes("下書き A000002")]).toEqual([true, false]);
  expect(await text(stranger, "/today")).toContain("今日の仕事はありません");
  expect((await ask(PUBLIC, "/today")).status).toBe(403);
  expect(await text(LOCAL_OPERATOR, "/today")).toContain("この端末の担当者には");
});

test("a colleague takes what nobody has; two who take it at the same time: the second reads who was first", async () => {
  expect((await give(colleague, "A000003", "", colleague.accountId)).status).toBe(303);
  const late = await give(officer, "A000003", "", officer.accountId);
  expect(late.status).toBe(403);
  const administrator = await give(chief, "A000003", "", officer.accountId);
  expect([administrator.status, (await administrator.text()).includes("担当が変わりました")]).toEqual([409, true]);
});

test("a colleague's work is not taken, nor given to somebody who is not here", async () => {
  expect((await give(colleague, "A000002", officer.accountId, colleague.accountId)).status).toBe(403);
  expect((await give(officer, "A000002", officer.accountId, stranger.accountId)).status).toBe(422);
  expect((await give(stranger, "A000002", officer.accountId, stranger.accountId)).status).toBe(404);
  expect((await give(PUBLIC, "A000002", "", "")).status).toBe(403);
});

test("work of somebody who left is seen by who administers, as nobody's, and is given to another", async () => {
  const left = await addMember(db.owner, city, "去年 五", "municipal_editor");
  await open("A000009", left.accountId);
  await db.owner.query("update role_assignment set valid_to = '2026-03-31' where account_id = $1", [left.accountId]);
  const seen = await text(chief, "/today");
  expect([seen.includes("担当なし"), seen.includes("前の担当　去年 五")]).toEqual([true, true]);
  expect(await text(officer, "/today")).not.toContain("下書き A000009");
  expect((await give(chief, "A000009", left.accountId, officer.accountId)).status).toBe(303);
  expect(await text(officer, "/today")).toContain("下書き A000009");
});

test("a system administrator is told of backups that failed or are late, and nobody else is", async () => {
  const keeper = await addMember(db.owner, await addBody(db.owner, "全国の機関"), "番人 六", "system_administrator");
  backups = { folder: "/nowhere" } as OfficeJobs["backups"]; // all that the page uses
  expect(await text(keeper, "/today")).not.toContain("バックアップが 2 日以上取れていません");
  await db.owner.query("update platform_migration set applied_at = now() - interval '3 days'");
  const late = await text(keeper, "/today");
  expect(late).toContain("バックアップが 2 日以上取れていません");
  expect(late).toContain('href="/jobs"');
  for (const other of [chief, officer]) expect(await text(other, "/today")).not.toContain("バックアップ");
  await db.owner.query(`select graphile_worker.add_job('system/backup', max_attempts => 1);
    update graphile_worker._private_jobs set attempts = 1`);
  expect(await text(keeper, "/today")).toContain("自動のバックアップに失敗しました");
  backups = null;
  expect(await text(keeper, "/today")).not.toContain("バックアップに失敗");
});
