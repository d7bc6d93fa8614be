/**
 * Beacon: how a worker shows that it lives, and how jobs of a dead one are taken over within seconds.
 *
 * Each worker holds a session advisory lock named after itself, on a connection of its own. The lock goes out with the
 * process, by SIGKILL too, so whoever can take the lock of the worker that a job is locked by knows it to be dead.
 * A connection may also break while the process lives; the lock is then lit again within a second, and a job is taken
 * over only when its worker was found dead twice in a row. (The library itself would wait four hours.)
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SYSTEM } from "../database/actor.ts";
import type { Database } from "../database/database.ts";
import { endRunsOfWorkers } from "./job-run-store.ts";

const BEACON_LOCKS = 7_214_003;
const LIT_AGAIN_AFTER_MS = 500;

export type Beacon = Readonly<{ putOut: () => Promise<void> }>;

export async function lightBeacon(connection: pg.ClientConfig, worker: string): Promise<Beacon> {
  let isOut = false;
  let client = await light(connection, worker);
  const keep = async (): Promise<void> => {
    while (!isOut) {
      await new Promise<void>((lost) => client.once("end", () => lost()));
      while (!isOut) {
        await sleep(LIT_AGAIN_AFTER_MS);
        const again = await light(connection, worker).catch(() => undefined); // the database is away; tried again
        if (again === undefined) continue;
        client = again;
        break;
      }
    }
    await client.end();
  };
  const kept = keep();
  return {
    putOut: async () => {
      isOut = true;
      await client.end();
      await kept;
    },
  };
}

async function light(connection: pg.ClientConfig, worker: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: "kakehashi-beacon", keepAlive: true });
  client.on("error", () => undefined); // the end that follows tells
  await client.connect();
  await client.query("select pg_advisory_lock($1::int, hashtext($2))", [BEACON_LOCKS, worker]);
  return client;
}

export type Watch = Readonly<{ stop: () => Promise<void> }>;

export function takeOverFromTheDead(pool: pg.Pool, database: Database, lookEveryMs: number): Watch {
  const over = new AbortController();
  let suspects: ReadonlySet<string> = new Set();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      try {
        const dead = await findDead(pool);
        const twice = dead.filter((worker) => suspects.has(worker));
        if (twice.length > 0) await takeOver(pool, database, twice);
        suspects = new Set(dead);
      } catch (error) {
        // The database is away, and the next look will tell.
        console.error(JSON.stringify({ at: new Date().toISOString(), jobs: `take-over: ${String(error)}` }));
      }
      await sleep(lookEveryMs, undefined, { signal: over.signal }).catch(() => undefined); // woken to end
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      over.abort();
      await watching;
    },
  };
}

/** The transaction is a single statement, so a lock that could be taken is given back with it. */
async function findDead(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ worker: string }>(
    `with workers as materialized (
       select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
       union select worker from platform_job_run where outcome is null)
     select worker from workers where pg_try_advisory_xact_lock($1::int, hashtext(worker))`,
    [BEACON_LOCKS],
  );
  return rows.map(({ worker }) => worker);
}

async function takeOver(pool: pg.Pool, database: Database, workers: readonly string[]): Promise<void> {
  await database.write(SYSTEM, (tx) => endRunsOfWorkers(tx, workers));
  await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [workers]);
  await pool.query(`select pg_notify('jobs:insert', '{"r":1,"count":1}')`);
}
