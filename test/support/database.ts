/** A fresh database for one test file, cloned from the migrated template. Call it in `beforeAll`, drop it in `afterAll`. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../src/platform/index.ts";
import { TEMPLATE } from "./server.ts";

export type TestDatabase = Readonly<{
  database: Database;
  /** Superuser connection, to look behind row-level security. */
  owner: pg.Pool;
  connection: pg.PoolConfig;
  drop: () => Promise<void>;
}>;

export async function testDatabase(): Promise<TestDatabase> {
  const server = { host: inject("databaseSocket"), user: "postgres" };
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const connection = { ...server, database: name };
  const database = openDatabase({ connection, connections: 5 });
  const owner = new pg.Pool({ ...connection, max: 3 });
  return {
    database,
    owner,
    connection,
    drop: async () => {
      await Promise.all([database.close(), owner.end()]);
      await asAdmin(server, `set kakehashi.leaving = '${name}'; ${WAIT_FOR_LEAVERS}`);
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

/** A pool's end returns before its sockets are closed; dropping the database under them would be an error nobody caused. */
const WAIT_FOR_LEAVERS = `do $$
begin
  for attempt in 1..100 loop
    exit when not exists (select from pg_stat_activity where datname = current_setting('kakehashi.leaving'));
    perform pg_sleep(0.02);
    perform pg_stat_clear_snapshot();
  end loop;
end $$`;

async function asAdmin(server: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client({ ...server, database: "postgres" });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
