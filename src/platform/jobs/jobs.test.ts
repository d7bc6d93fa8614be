import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { CLI, PUBLIC, SYSTEM } from "../database/actor.ts";
import { addJob } from "./add-job.ts";
import { type JobContext, type JobDefinition, JobRefusal } from "./job.ts";
import { deleteOldRuns } from "./job-run-store.ts";
import { startWorker, type Worker, type WorkerSettings } from "./start-worker.ts";

const words = { title: "試験", problems: {} };

function job(name: string, run: (input: string, context: JobContext) => Promise<void>, retries = 3) {
  const definition: JobDefinition<string> = {
    name,
    payload: z.string(),
    key: (input) => input,
    run: (input, context) => run(input, context),
    retries,
    words: { ja: words, en: words },
  };
  return definition;
}

let db: TestDatabase;
const workers: Worker[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await db.owner.query("delete from graphile_worker._private_jobs; delete from platform_job_run");
});
afterAll(() => db.drop());

async function start(...jobs: readonly JobDefinition<string>[]): Promise<Worker> {
  return startWith({}, ...jobs);
}

async function startWith(
  settings: Partial<WorkerSettings>,
  ...jobs: readonly JobDefinition<string>[]
): Promise<Worker> {
  const worker = await startWorker({ connection: db.connection, database: db.database, jobs, ...settings });
  workers.push(worker);
  return worker;
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await what())) {
    if (performance.now() > giveUpAt) throw new Error("waited in vain");
    await sleep(20);
  }
}

async function runs(): Promise<readonly Record<string, unknown>[]> {
  return (await db.owner.query("select * from platform_job_run order by id")).rows;
}

const hurry = () => db.owner.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
const waiting = async () => (await db.owner.query("select * from graphile_worker._private_jobs")).rows;

test("a job added in a transaction runs after its commit, and never after a rollback", async () => {
  const ran: string[] = [];
  const note = job("test/note", async (input) => void ran.push(input));
  await start(note);
  await db.database.write(member("national", "system_administrator"), (tx) => addJob(tx, note, "kept"));
  const lost = db.database.write(CLI, async (tx) => {
    await addJob(tx, note, "lost");
    throw new Error("the act failed");
  });
  await expect(lost).rejects.toThrow("the act failed");
  await until(async () => (await runs()).some(({ outcome }) => outcome === "done"));
  expect(ran).toEqual(["kept"]);
  expect(await runs()).toMatchObject([
    { task: "test/note", asked_by: "Unationalsystem_administrator", attempt: 1, outcome: "done", problem: null },
  ]);
});

test("a job that fails is tried again, each time with its reason in the log, until it is given up", async () => {
  const failing = job("test/fail", async () => Promise.reject(new JobRefusal("disk_full", "/var")), 1);
  await start(failing);
  await db.database.write(CLI, (tx) => addJob(tx, failing, "x"));
  await until(async () => (await runs()).filter(({ outcome }) => outcome === "failed").length === 1);
  await until(async () => (await waiting())[0]?.["locked_at"] === null);
  const again = (await waiting())[0];
  expect(again?.["run_at"].getTime()).toBeGreaterThan(Date.now());
  await hurry();
  await until(async () => (await runs()).filter(({ outcome }) => outcome === "failed").length === 2);
  expect(await runs()).toMatchObject([
    { attempt: 1, problem: "disk_full", detail: "/var" },
    { attempt: 2, problem: "disk_full", detail: "/var" },
  ]);
  await hurry();
  await sleep(200);
  expect((await runs()).length).toBe(2);
});

test("the same work waits once, and while it runs it is not begun a second time", async () => {
  let isFree = false;
  const ran: string[] = [];
  const slow = job("test/slow", async (input) => {
    ran.push(input);
    await until(() => isFree);
  });
  const add = () => db.database.write(CLI, (tx) => addJob(tx, slow, "same"));
  expect(await add()).toBe(await add());
  await start(slow);
  await until(() => ran.length === 1);
  const id = await add();
  expect((await waiting()).map((row) => String(row["id"]))).toEqual([id]);
  isFree = true;
  await until(async () => (await waiting()).length === 0);
  expect(ran).toEqual(["same"]);
});

test("a payload that the job does not understand is refused before it is added", async () => {
  const note = job("test/note", async () => undefined);
  await expect(db.database.write(CLI, (tx) => addJob(tx, note, 7 as unknown as string))).rejects.toThrow(z.ZodError);
});

test("jobs of the machine are added by who may manage jobs, and by nobody in public", async () => {
  const system = job("system/anything", async () => undefined);
  const add = (actor: Parameters<typeof db.database.write>[0]) =>
    db.database.write(actor, (tx) => addJob(tx, system, "x"));
  await expect(add(member("46201", "municipal_editor"))).rejects.toMatchObject({ code: "42501" });
  await expect(add(PUBLIC)).rejects.toMatchObject({ code: "42501" });
  expect(await add(member("national", "system_administrator"))).toMatch(/^\d+$/);
});

test("a running job tells its progress, and ends when it is cancelled, without another try", async () => {
  const patient = job("test/patient", async (_input, { report, signal }) => {
    report({ done: 3, total: 10 });
    await until(() => signal.aborted);
    throw signal.reason;
  });
  await start(patient);
  const id = await db.database.write(CLI, (tx) => addJob(tx, patient, "x"));
  await until(async () => (await runs())[0]?.["done"] === 3);
  const cancelled = await db.database.write(CLI, (tx) => sql`select platform_cancel_job(${id}) as said`.execute(tx));
  expect(cancelled.rows).toEqual([{ said: "asked" }]);
  await until(async () => (await runs())[0]?.["outcome"] === "cancelled");
  await until(async () => (await waiting()).length === 0);
});

test("a job that the server's end interrupts is done by the next server", async () => {
  const ran: number[] = [];
  const interrupted = job("test/interrupted", async (_input, { attempt, signal }) => {
    ran.push(attempt);
    if (attempt > 1) return;
    await until(() => signal.aborted);
    throw signal.reason;
  });
  const first = await start(interrupted);
  await db.database.write(CLI, (tx) => addJob(tx, interrupted, "x"));
  await until(() => ran.length === 1);
  await workers.pop()?.stop();
  expect(first).toBeDefined();
  expect(await runs()).toMatchObject([{ outcome: "interrupted" }]);
  await hurry();
  await start(interrupted);
  await until(async () => (await runs())[1]?.["outcome"] === "done");
  expect(ran).toEqual([1, 2]);
});

test("jobs of a worker that died without a word are taken over after two looks, those of a living one are not", async () => {
  const ran: string[] = [];
  const orphan = job("test/orphan", async (input) => void ran.push(input));
  const id = await db.database.write(CLI, (tx) => addJob(tx, orphan, "x"));
  await db.owner.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-the-dead', attempts = 1",
  );
  await db.owner.query(
    `insert into platform_job_run (job_id, task, asked_by, worker, attempt) values ($1, 'test/orphan', 'cli', 'worker-of-the-dead', 1)`,
    [id],
  );
  let isFree = false;
  const living = job("test/living", async () => until(() => isFree));
  const lookForTheDeadEveryMs = 300;
  await startWith({ lookForTheDeadEveryMs }, orphan, living);
  await db.database.write(CLI, (tx) => addJob(tx, living, "x"));
  await until(() => ran.length === 1);
  await sleep(4 * lookForTheDeadEveryMs);
  isFree = true;
  await until(async () => (await runs()).every(({ outcome }) => outcome !== null));
  expect((await runs()).map(({ task, outcome }) => [task, outcome])).toEqual([
    ["test/orphan", "interrupted"],
    ["test/living", "done"],
    ["test/orphan", "done"],
  ]);
});

test("the worker goes on after the database has thrown out all its connections", async () => {
  const ran: string[] = [];
  const note = job("test/note", async (input) => void ran.push(input));
  await start(note);
  await db.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name in ('kakehashi-jobs', 'kakehashi-beacon')",
  );
  await db.database.write(CLI, (tx) => addJob(tx, note, "after"));
  await until(() => ran.length === 1);
});

test("runs are forgotten after ninety days, and the open ones stay", async () => {
  await db.owner.query(`insert into platform_job_run (job_id, task, asked_by, worker, attempt, started_at, ended_at, outcome)
    values ('1', 'test/old', 'x', 'w', 1, now() - interval '91 days', now(), 'done'),
           ('2', 'test/young', 'x', 'w', 1, now() - interval '89 days', now(), 'done')`);
  await db.database.write(SYSTEM, (tx) => deleteOldRuns(tx, new Date()));
  expect((await runs()).map(({ task }) => task)).toEqual(["test/young"]);
});

test("a daily job that a clock running ahead has done for a time to come is added again when the clock is right", async () => {
  const daily = { ...job("test/daily", async () => undefined), daily: "02:30" };
  await start(daily);
  await until(async () => (await db.owner.query("select from graphile_worker._private_known_crontabs")).rowCount === 1);
  await workers.pop()?.stop();
  await db.owner.query(
    "update graphile_worker._private_known_crontabs set last_execution = now() + interval '400 days'",
  );
  await start(daily);
  const { rows } = await db.owner.query(
    "select last_execution <= now() as past from graphile_worker._private_known_crontabs",
  );
  expect(rows).toEqual([{ past: true }]);
});

test("a person queues only the making of a file of the own, whatever else the claims are; the manager queues all", async () => {
  const editor = member("46201", "municipal_editor");
  const nobody = job("test/nothing", async () => undefined);
  const makeFile = { ...job("office/make-file", async () => undefined), payload: z.object({ id: z.string() }) };
  const file = { ...makeFile, key: ({ id }: { id: string }) => id } as unknown as JobDefinition<{ id: string }>;
  const ask = (id: string, by: string) =>
    db.owner.query("insert into platform_export (id, kind, criteria, lang, asked_by) values ($1, 'x', '', 'ja', $2)", [
      ...[id, by],
    ]);
  await ask("E000001", editor.accountId);
  await ask("E000002", "U000099");
  const add = <T>(actor: Parameters<typeof db.database.write>[0], one: JobDefinition<T>, payload: T) =>
    db.database.write(actor, (tx) => addJob(tx, one, payload));
  await expect(add(editor, nobody, "x")).rejects.toThrow("needs job.manage");
  await expect(add(editor, file, { id: "E000002" })).rejects.toThrow("needs job.manage");
  await expect(add(editor, file, { id: "E000003" })).rejects.toThrow("needs job.manage");
  await add(editor, file, { id: "E000001" });
  await add(member("national", "system_administrator"), nobody, "x");
  expect(await waiting()).toHaveLength(2);
});
