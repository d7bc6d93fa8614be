/**
 * The worker in the server's process: waits for jobs, runs two at a time, adds the daily ones by the clock.
 *
 * When the library's runner ends by itself (it does when it could not write down how a job ended), it is started anew;
 * so it is when it fails again and again to ask for work: should its first question fail, it remembers that for ever.
 * And it is when the machine's clock went back: the library would wait until the clock comes again to where it was.
 */

import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedCronItem, parseCronItems, type Runner, run, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Database } from "../database/database.ts";
import { lightBeacon, takeOverFromTheDead } from "./beacon.ts";
import type { JobDefinition } from "./job.ts";
import { taskOf } from "./run-task.ts";
import { quietLogger, workerPool } from "./worker-pool.ts";

const AT_ONCE = 2;
/** Two for jobs, one that listens, one for the clock and the take-over. */
const CONNECTIONS = AT_ONCE + 2;
/** A running job is asked to end this soon after the server was; the server waits for it, but not for ever. */
const ASK_TO_END_AFTER_MS = 100;
const MAKE_UP_HOURS = 24;
const FAILURES_BEFORE_NEW_START = 4;
const CLOCK_WENT_BACK_MS = 2 * 60 * 1000;
const START_AGAIN_AFTER_MS = 1_000;
const LOOK_FOR_THE_DEAD_EVERY_MS = 3_000;

export type WorkerSettings = Readonly<{
  connection: pg.PoolConfig;
  database: Database;
  jobs: readonly JobDefinition[];
  /** How often it looks for workers that died; those found dead twice lose their jobs. */
  lookForTheDeadEveryMs?: number;
}>;

export type Worker = Readonly<{ stop: () => Promise<void> }>;

export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const { connection, database, jobs, lookForTheDeadEveryMs = LOOK_FOR_THE_DEAD_EVERY_MS } = settings;
  const pool = workerPool(connection, CONNECTIONS);
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, database)]));
  const clock = parseCronItems(jobs.flatMap(clockItem));
  let isStopping = false;
  let current = await startRunner(connection, pool, taskList, clock);
  const takeOver = takeOverFromTheDead(pool, database, lookForTheDeadEveryMs);
  const keep = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (isStopping) return;
      console.error(JSON.stringify({ at: new Date().toISOString(), jobs: "the worker ended and is started again" }));
      await sleep(START_AGAIN_AFTER_MS);
      if (isStopping) return;
      current = await startAgain(
        () => startRunner(connection, pool, taskList, clock),
        () => isStopping,
        current,
      );
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      isStopping = true;
      await takeOver.stop();
      await current.stop();
      await kept;
      await pool.end();
    },
  };
}

type Running = Readonly<{ ended: Promise<void>; stop: () => Promise<void> }>;

async function startRunner(
  connection: pg.PoolConfig,
  pgPool: pg.Pool,
  taskList: Parameters<typeof run>[1],
  parsedCronItems: ParsedCronItem[],
): Promise<Running> {
  await forgetTimesToCome(pgPool);
  const events: WorkerEvents = new EventEmitter();
  const named = new Promise<string>((resolve) => {
    events.once("pool:create", ({ workerPool: { id } }) => resolve(id));
  });
  const runner = await run({
    pgPool,
    events,
    logger: quietLogger,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: ASK_TO_END_AFTER_MS,
    taskList: taskList ?? {},
    parsedCronItems,
  });
  endWhenItOnlyFails(runner, events);
  endWhenClockWentBack(runner, events);
  const ended = runner.promise.catch(() => undefined); // the library's logger has told why
  const beacon = await lightBeacon(connection, await named);
  return {
    ended: ended.then(() => beacon.putOut()),
    stop: () => stopRunner(runner, ended),
  };
}

function endWhenItOnlyFails(runner: Runner, events: WorkerEvents): void {
  let failures = 0;
  const forget = (): void => {
    failures = 0;
  };
  events.on("worker:getJob:empty", forget);
  events.on("job:start", forget);
  events.on("worker:getJob:error", () => {
    failures += 1;
    if (failures === FAILURES_BEFORE_NEW_START) void runner.stop().catch(() => undefined); // it ended meanwhile
  });
}

function endWhenClockWentBack(runner: Runner, events: WorkerEvents): void {
  events.on("cron:prematureTimer", ({ currentTimestamp, expectedTimestamp }) => {
    if (expectedTimestamp - currentTimestamp < CLOCK_WENT_BACK_MS) return;
    void runner.stop().catch(() => undefined); // it ended meanwhile
  });
}

/** Jobs of a time that is to come, by a clock that was wrong, would keep the clock from adding any until then. */
async function forgetTimesToCome(pool: pg.Pool): Promise<void> {
  await pool.query(
    `update graphile_worker._private_known_crontabs set last_execution = now()
      where last_execution > now() + interval '5 minutes'`,
  );
}

async function stopRunner(runner: Runner, ended: Promise<void>): Promise<void> {
  await runner.stop().catch(() => undefined); // it had ended by itself
  await ended;
}

async function startAgain(start: () => Promise<Running>, isStopping: () => boolean, last: Running): Promise<Running> {
  while (!isStopping()) {
    try {
      return await start();
    } catch (error) {
      console.error(JSON.stringify({ at: new Date().toISOString(), jobs: String(error) }));
      await sleep(START_AGAIN_AFTER_MS);
    }
  }
  return last;
}

/** The library's clock is in UTC; Japan is nine hours ahead the whole year. */
function clockItem(job: JobDefinition) {
  if (job.daily === undefined) return [];
  const [hours = 0, minutes = 0] = job.daily.split(":").map(Number);
  return [
    {
      task: job.name,
      match: `${minutes} ${(hours + 15) % 24} * * *`,
      options: {
        backfillPeriod: MAKE_UP_HOURS * 60 * 60 * 1000,
        maxAttempts: job.retries + 1,
        jobKey: `${job.name}:daily`,
        jobKeyMode: "replace" as const,
      },
    },
  ];
}
