import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { LOCAL_OPERATOR, PUBLIC } from "./actor.ts";
import { holdDatabase } from "./holder.ts";
import { migrate } from "./migrate.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.owner.query(`create table note (id int primary key, body text not null);
    grant select on note to app_public; grant select, insert on note to app_editor`);
});
afterAll(() => db.drop());

test("each transaction runs under the actor's role with the actor's name", async () => {
  const ask = sql<{ role: string; actor: string; request: string }>`
    select current_user as role, current_setting('kakehashi.actor') as actor,
           current_setting('kakehashi.request') as request`;
  const read = await db.database.read(PUBLIC, async (tx) => (await ask.execute(tx)).rows[0]);
  expect(read).toEqual({ role: "app_public", actor: "public", request: "" });
  const written = await db.database.write(LOCAL_OPERATOR, async (tx) => (await ask.execute(tx)).rows[0], {
    requestId: "r'1",
  });
  expect(written).toEqual({ role: "app_editor", actor: "local-operator", request: "r'1" });
});

test("work that throws leaves nothing behind", async () => {
  const failing = db.database.write(LOCAL_OPERATOR, async (tx) => {
    await sql`insert into note values (1, 'half')`.execute(tx);
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect((await db.owner.query("select * from note where id = 1")).rowCount).toBe(0);
});

test("of two that wait for each other one begins anew, and both are done", async () => {
  await db.owner.query("insert into note values (5, ''), (6, ''); grant update on note to app_editor");
  const tries = { first: 0, second: 0 };
  const bothHold = Promise.withResolvers<void>();
  let holding = 0;
  const write = (name: keyof typeof tries, ids: readonly [number, number]) =>
    db.database.write(LOCAL_OPERATOR, async (tx) => {
      tries[name] += 1;
      const add = (id: number) => sql`update note set body = body || ${name} where id = ${id}`.execute(tx);
      await add(ids[0]);
      holding += 1;
      if (holding === 2) bothHold.resolve();
      await bothHold.promise;
      await add(ids[1]);
    });
  await Promise.all([write("first", [5, 6]), write("second", [6, 5])]);
  expect([1, 2]).toContain(tries.first);
  expect(tries.first + tries.second).toBe(3);
  const { rows } = await db.owner.query("select body from note where id in (5, 6) order by id");
  for (const { body } of rows) expect(["firstsecond", "secondfirst"]).toContain(body);
  await db.owner.query("delete from note where id in (5, 6)");
});

test("the public cannot write, not even in a write transaction", async () => {
  const writing = db.database.write(PUBLIC, (tx) => sql`insert into note values (2, 'x')`.execute(tx));
  await expect(writing).rejects.toThrow(/permission denied/);
});

test("a stream gives every row in order and frees its connection when left early", async () => {
  await db.owner.query("insert into note select n, 'n' || n from generate_series(10, 1209) n");
  const ids: number[] = [];
  const all = () =>
    db.database.stream<{ id: number }>(
      PUBLIC,
      (tx) => sql<{ id: number }>`select id from note order by id`.compile(tx),
      500,
    );
  for await (const { id } of all()) ids.push(id);
  expect(ids).toEqual(Array.from({ length: 1200 }, (_, index) => index + 10));
  for (let round = 0; round < 12; round += 1) {
    for await (const { id } of all()) if (id > 20) break;
  }
});

test("dates arrive as text and counts as numbers", async () => {
  const row = await db.database.read(
    PUBLIC,
    async (tx) =>
      (await sql<{ day: string; n: number }>`select date '2008-11-04' as day, count(*) as n from note`.execute(tx))
        .rows[0],
  );
  expect(row?.day).toBe("2008-11-04");
  expect(typeof row?.n).toBe("number");
});

test("a second application learns who holds the database, and gets it when the first ends", async () => {
  const first = await holdDatabase(db.connection, "kakehashi pid 1");
  if (!("release" in first)) throw new Error("the first must hold it");
  expect(await holdDatabase(db.connection, "second")).toMatchObject({ name: "kakehashi pid 1" });
  await first.release();
  const next = await holdDatabase(db.connection, "third");
  expect(next).toHaveProperty("release");
  if ("release" in next) await next.release();
});

test("a migration that fails is not half applied, and a changed or unknown one is refused", async () => {
  const { rows } = await db.owner.query<{ id: string }>("select id from platform_migration");
  expect(rows.length).toBeGreaterThan(0);
  await expect(migrate(db.connection, [])).rejects.toThrow(/新しいものです/);
});
