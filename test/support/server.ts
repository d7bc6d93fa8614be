/**
 * One PostgreSQL server for the whole test run, with template databases that test files clone: one that is migrated, and
 * one with the agreements of the sample, which take longer to record than to copy.
 * Data is thrown away, so fsync is off; everything else is as in production.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrations } from "../../src/app/migrations.ts";
import { migrate, migrateJobs, openDatabase } from "../../src/platform/index.ts";
import { chooseFolders } from "../../src/platform/postgres/folders.ts";
import { startServer } from "../../src/platform/postgres/server.ts";
import { findServerUser } from "../../src/platform/postgres/server-user.ts";
import { loadSample } from "../../src/registry/index.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseSocket: string;
  }
}

export const TEMPLATE = "kakehashi_template";
export const TEMPLATE_WITH_SAMPLE = "kakehashi_template_with_sample";

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
  await migrate({ ...owner, database: TEMPLATE }, migrations, migrateJobs);
  await client.query(waitForLeavers(TEMPLATE));
  await client.query(`create database ${TEMPLATE_WITH_SAMPLE} template ${TEMPLATE} strategy file_copy`);
  const database = openDatabase({ connection: { ...owner, database: TEMPLATE_WITH_SAMPLE } });
  await loadSample(database);
  await database.close();
  await client.query(waitForLeavers(TEMPLATE_WITH_SAMPLE));
  await client.end();
  project.provide("databaseSocket", server.socketFolder);
  return async () => {
    await server.stop();
    rmSync(base, { recursive: true, force: true });
  };
}

/** A pool's end returns before its sockets are closed; copying or dropping the database then would be an error nobody caused. */
export function waitForLeavers(database: string): string {
  return `set kakehashi.leaving = '${database}';
do $$
begin
  for attempt in 1..500 loop
    exit when not exists (select from pg_stat_activity where datname = current_setting('kakehashi.leaving'));
    perform pg_sleep(0.02);
    perform pg_stat_clear_snapshot();
  end loop;
end $$`;
}
