import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorName } from "../../src/platform/index.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { CLOSED_TABLES, expectedWords, TABLE_CASES } from "./expected-tables.ts";
import { actorOf, NEARNESS, ownerOf, PEOPLE, type Person } from "./people.ts";
import { storeRows } from "./stored-rows.ts";
import type { TableCase } from "./table-case.ts";
import { tryRow } from "./try-table.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await storeRows(db.owner);
});
afterAll(() => db.drop());

test("every table of the database is stated", async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select case when schemaname = 'public' then tablename else schemaname || '.' || tablename end as name
       from pg_tables where schemaname in ('public', 'auth') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    [...new Set([...TABLE_CASES.map(({ table }) => table), ...CLOSED_TABLES])].sort(),
  );
});

test.each(CLOSED_TABLES)("%s is closed to everybody", async (table) => {
  const quoted = table.split(".").map(pg.escapeIdentifier).join(".");
  const attempts = ["select from", "insert into", "delete from"].map((verb) =>
    verb === "insert into" ? `${verb} ${quoted} default values` : `${verb} ${quoted}`,
  );
  for (const person of PEOPLE)
    for (const attempt of attempts)
      await expect(
        db.database.write(actorOf(person), (tx) => sql.raw(attempt).execute(tx)),
        `${person}: ${attempt}`,
      ).rejects.toThrow(/permission denied/);
});

async function found(own: TableCase, person: Person): Promise<readonly string[]> {
  const actor = actorOf(person);
  const words: string[] = [];
  for (const nearness of NEARNESS) {
    const owner = ownerOf(person, nearness);
    const fresh = { ...own.fresh(owner, actorName(actor)) };
    if (fresh.body_id === "(own)") fresh.body_id = actor.kind === "member" ? actor.body.id : null;
    words.push(
      await tryRow(db.database, db.owner, actor, { table: own.table, key: own.key(owner), touch: own.touch, fresh }),
    );
  }
  return words;
}

describe.each(TABLE_CASES.map((own) => [`${own.table}${own.rows === undefined ? "" : `, ${own.rows}`}`, own] as const))(
  "%s",
  (_name, own) => {
    test("answers every role as stated", async () => {
      const lines = async (ask: (person: Person) => Promise<readonly string[]> | readonly string[]) => {
        const all: string[] = [];
        for (const person of PEOPLE) all.push(`${person}: ${(await ask(person)).join(" ")}`);
        return all;
      };
      const stated = await lines((person) => expectedWords(own, person));
      expect(await lines((person) => found(own, person))).toEqual(stated);
    });
  },
);
