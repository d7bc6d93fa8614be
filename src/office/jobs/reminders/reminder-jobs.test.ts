import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember, giveRole } from "../../../../test/support/people.ts";
import { type JobContext, type Member, type Message, openWork, SYSTEM } from "../../../platform/index.ts";
import { reminderJobs } from "./reminder-jobs.ts";

let db: TestDatabase;
let sato: Member;
let suzuki: Member;
let sent: Message[];
beforeAll(async () => {
  db = await testDatabase();
  const city = await addBody(db.owner, "鹿児島市", "46201");
  sato = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  suzuki = await addMember(db.owner, city, "鈴木 二", "municipal_editor");
  await giveRole(db.owner, suzuki.accountId, city, "municipal_approver", { to: "2026-12-06" });
});
beforeEach(async () => {
  sent = [];
  await db.owner.query("delete from work_item; delete from graphile_worker._private_jobs");
});
afterAll(() => db.drop());

const mailer = { send: async (message: Message) => void sent.push(message) };
const jobs = reminderJobs({ mailer, origin: "https://kakehashi.example.jp" });

/** Runs the morning's job and what it added, without the worker. */
async function morning(day: string): Promise<void> {
  const [prepare, remind] = jobs;
  const context = { database: db.database, scheduledAt: new Date(`${day}T07:30:00+09:00`) } as JobContext; // all they use
  await prepare?.run({}, context);
  const { rows } = await db.owner.query("select payload from graphile_worker._private_jobs order by id");
  for (const { payload } of rows) await remind?.run(remind.payload.parse(payload.input), context);
}

async function work(accountId: string, title: string, dueOn: string | null): Promise<void> {
  const item = {
    kind: "agreement_draft",
    subjectId: title,
    bodyId: sato.body.id,
    accountId,
    title,
    address: "/today",
    dueOn,
  };
  await db.database.write(SYSTEM, (tx) => openWork(tx, item));
}

test("each person gets one mail about the own work and roles, with titles and days only", async () => {
  await work(sato.accountId, "覚書の更新", "2026-11-25");
  await work(sato.accountId, "調査票の返送", "2026-11-21");
  await work(sato.accountId, "期限のない仕事", null);
  await work(sato.accountId, "先の仕事", "2026-12-25");
  await morning("2026-11-22");
  expect(sent.map(({ to }) => to)).toHaveLength(2);
  const [toSato, toSuzuki] = sent;
  expect(toSato?.subject).toBe("【架け橋】担当の仕事とお知らせ（2件）");
  expect(toSato?.text).toMatch(/期限を過ぎた仕事\n・調査票の返送（.*\n\n■ 期限の近い仕事\n・覚書の更新/);
  expect(toSato?.text).toContain("https://kakehashi.example.jp/today");
  expect(toSato?.text).not.toMatch(/期限のない|先の仕事/);
  expect(toSuzuki?.text).toMatch(/・鹿児島市 の .*（令和8年12月6日 まで）/);
});

test("a morning repeated adds nobody twice, and nobody is told of work that is done meanwhile", async () => {
  await work(sato.accountId, "覚書の更新", "2026-11-27");
  const [prepare] = jobs;
  const context = { database: db.database, scheduledAt: new Date("2026-11-24T07:30:00+09:00") } as JobContext; // all it uses
  await prepare?.run({}, context);
  await prepare?.run({}, context);
  expect((await db.owner.query("select from graphile_worker._private_jobs")).rowCount).toBe(1);
  await db.owner.query("update work_item set closed_at = now()");
  await morning("2026-11-24");
  expect(sent).toEqual([]);
});

test("a role that goes on afterwards is not called to mind", async () => {
  await giveRole(db.owner, suzuki.accountId, suzuki.body, "municipal_approver", { from: "2026-12-07" });
  await morning("2026-11-22");
  expect(sent).toEqual([]);
});
