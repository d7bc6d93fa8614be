import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { type Actor, CLI, PUBLIC } from "./actor.ts";
import { type Database, openDatabase } from "./database.ts";

let main: TestDatabase;
let copy: TestDatabase;
const opened: Database[] = [];
beforeAll(async () => {
  [main, copy] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await Promise.all([main.drop(), copy.drop()]);
});

function withReplica(replica: object): Database {
  const database = openDatabase({ connection: main.connection, replica, connections: 2 });
  opened.push(database);
  return database;
}

async function whereReads(database: Database, actor: Actor): Promise<unknown> {
  const { rows } = await database.read(actor, (tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  return rows[0]?.name;
}

test("the public reads the copy, everybody else the database itself, and writes never go to the copy", async () => {
  const database = withReplica(copy.connection);
  expect(await whereReads(database, PUBLIC)).toBe(copy.connection.database);
  expect(await whereReads(database, CLI)).toBe(main.connection.database);
  const { rows } = await database.write(PUBLIC, (tx) => sql`select current_database() as name`.execute(tx));
  expect(rows).toEqual([{ name: main.connection.database }]);
});

test("an export of the public streams from the copy", async () => {
  const rows: unknown[] = [];
  for await (const row of withReplica(copy.connection).stream(PUBLIC, (tx) =>
    sql<{ name: string }>`select current_database() as name`.compile(tx),
  )) {
    rows.push(row);
  }
  expect(rows).toEqual([{ name: copy.connection.database }]);
});

test("while the copy cannot be reached, the public reads the database", async () => {
  const database = withReplica({ ...copy.connection, database: "no_such_copy" });
  expect(await whereReads(database, PUBLIC)).toBe(main.connection.database);
});
