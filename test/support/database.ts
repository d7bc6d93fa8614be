/** A fresh database for one test file, cloned from a template. Call it in `beforeAll`, drop it in `afterAll`. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../src/platform/index.ts";
import { TEMPLATE, TEMPLATE_WITH_SAMPLE, waitForLeavers } from "./server.ts";

export type TestDatabase = Readonly<{
  database: Database;
  /** Superuser connection, to look behind row-level security. */
  owner: pg.Pool;
  connection: pg.PoolConfig;
  drop: () => Promise<void>;
}>;

/** Migrated, and empty. */
export function testDatabase(): Promise<TestDatabase> {
  return cloneOf(TEMPLATE);
}

/** With the local governments and the agreements of the sample, as the first start leaves them. */
export function databaseWithSample(): Promise<TestDatabase> {
  return cloneOf(TEMPLATE_WITH_SAMPLE);
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const server = { host: inject("databaseSocket"), user: "postgres" };
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(server, `create database ${name} template ${template} strategy file_copy`);
  const connection = { ...server, database: name };
  const database = openDatabase({ connection, connections: 5 });
  const owner = new pg.Pool({ ...connection, max: 3 });
  return {
    database,
    owner,
    connection,
    drop: async () => {
      await Promise.all([database.close(), owner.end()]);
      await asAdmin(server, waitForLeavers(name));
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(server: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client({ ...server, database: "postgres" });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
