/** Connections of the worker, apart from those of the requests, so that neither waits for the other. */
import { Logger } from "graphile-worker";
import pg from "pg";

export function workerPool(connection: pg.PoolConfig, size: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: size, application_name: "kakehashi-jobs" });
  // A connection that breaks fails its query, and the worker tries again; the event alone must not end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", () => undefined);
  return pool;
}

/** Our own log tells of jobs (run-task.ts); of the library's lines only errors are kept, one JSON line each. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level !== "error" || message.startsWith("Failed task")) return;
  console.error(JSON.stringify({ at: new Date().toISOString(), jobs: message.split("\n")[0] }));
});
