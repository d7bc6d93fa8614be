import pg from "pg";
import { expect, inject, test } from "vitest";
import { findDatabaseTrouble } from "./database-trouble.ts";

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("a connection that is cut under a query, and the next use of it, are the database being away", async () => {
  const client = new pg.Client({ host: inject("databaseSocket"), user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  const cut = await errorOf(client.query("select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)"));
  expect(findDatabaseTrouble(cut)).toBe("away");
  await new Promise((done) => setTimeout(done, 50));
  expect(findDatabaseTrouble(await errorOf(client.query("select 1")))).toBe("away");
  expect(findDatabaseTrouble(new Error("page failed", { cause: cut }))).toBe("away");
});

test("a server that is not there is away, a full disk is full, and a mistake of ours is neither", async () => {
  const nowhere = new pg.Client({ host: "/nowhere", user: "postgres" });
  expect(findDatabaseTrouble(await errorOf(nowhere.connect()))).toBe("away");
  expect(findDatabaseTrouble(Object.assign(new Error("could not extend file"), { code: "53100" }))).toBe("full");
  expect(findDatabaseTrouble(Object.assign(new Error("syntax error"), { code: "42601" }))).toBeUndefined();
  expect(findDatabaseTrouble("no error")).toBeUndefined();
});
