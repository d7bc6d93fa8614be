/**
 * One PostgreSQL server for the whole test run, with a migrated template database that each test file clones.
 * Data is thrown away, so fsync is off; everything else is as in production.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrations } from "../../src/app/migrations.ts";
import { migrate, migrateJobs } from "../../src/platform/index.ts";
import { chooseFolders } from "../../src/platform/postgres/folders.ts";
import { startServer } from "../../src/platform/postgres/server.ts";
import { findServerUser } from "../../src/platform/postgres/server-user.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseSocket: string;
  }
}

export const TEMPLATE = "kakehashi_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), "kakehashi-test-"));
  chmodSync(base, 0o755);
  const user = findServerUser();
  const fast = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "autovacuum=off"];
  const server = await startServer(chooseFolders(base, base, user), user, fast);
  const owner = { host: server.socketFolder, user: "postgres" };
  const client = new pg.Client({ ...owner, database: "postgres" });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate({ ...owner, database: TEMPLATE }, migrations, migrateJobs);
  project.provide("databaseSocket", server.socketFolder);
  return async () => {
    await server.stop();
    rmSync(base, { recursive: true, force: true });
  };
}
