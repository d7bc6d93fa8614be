/** Makes or updates the queue's own schema `graphile_worker`, which belongs to its library and not to our migrations. */
import { runMigrations } from "graphile-worker";
import type pg from "pg";
import { quietLogger, workerPool } from "./worker-pool.ts";

export async function migrateJobs(connection: pg.ClientConfig): Promise<void> {
  const pool = workerPool(connection, 1);
  try {
    await runMigrations({ pgPool: pool, logger: quietLogger });
  } finally {
    await pool.end();
  }
}
