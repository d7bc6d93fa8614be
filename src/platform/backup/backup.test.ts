import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { checkArchive } from "./check-archive.ts";
import {
  type BlankDatabase,
  blankDatabase,
  firstVersion,
  readContents,
  restore,
  secondVersion,
  writeLetters,
} from "./testing/office.ts";
import { writeBackup } from "./write-backup.ts";

let folder: string;
let office: BlankDatabase;
let file: string;
const others: BlankDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kakehashi-backup-"));
  file = join(folder, "whole.backup");
  office = await blankDatabase();
  await migrate(office.connection, firstVersion);
  await writeLetters(office.pool, 300);
  await office.pool.query("insert into platform_session values ('t', 'x', now(), now())");
  const done = await writeBackup(office.connection, {
    path: file,
    isReplacing: false,
    product: "1",
    chunkBytes: 5_000,
  });
  expect(done).toMatchObject({ ok: true, value: { total: { tables: 5 } } });
});
afterAll(async () => {
  for (const one of [office, ...others]) await one.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function another(): Promise<BlankDatabase> {
  const made = await blankDatabase();
  others.push(made);
  return made;
}

test("what is restored has the same rows in every table and the same places of sequences, without sessions", async () => {
  const target = await another();
  const done = await restore(target.connection, file, firstVersion);
  expect(done).toMatchObject({ ok: true, value: { migratedUp: [] } });
  const [before, after] = [await readContents(office.pool), await readContents(target.pool)];
  expect(after).toEqual({ ...before, platform_session: "0 " });
});

test("after a restore triggers work again, generated columns are there, and the next number is new", async () => {
  const target = await another();
  await restore(target.connection, file, firstVersion);
  await expect(target.pool.query("delete from letter_event")).rejects.toThrow("append-only");
  const { rows } = await target.pool.query("insert into letter (title) values ('次') returning id, title_length");
  expect(rows).toEqual([{ id: "L000301", title_length: 1 }]);
  expect((await target.pool.query("select value from counter")).rows).toEqual([{ value: 301 }]);
});

test("an archive names every table of the database, and says which it left out", async () => {
  const checked = await checkArchive(file);
  if (!checked.ok) throw new Error(checked.problem.code);
  const { header, manifest } = checked.value;
  expect(header.tables.map(({ name }) => name).sort()).toEqual(
    ["archive.shelf", "counter", "letter", "letter_event", "platform_file"].sort(),
  );
  expect(header.leftOut).toEqual(["platform_invitation", "platform_session"]);
  expect(manifest.tables.find(({ name }) => name === "letter")?.chunks.length).toBeGreaterThan(5);
});

test("a table that is added later is carried without anyone naming it", async () => {
  const target = await another();
  await migrate(target.connection, firstVersion);
  await target.pool.query(`create table "later" ("odd Name" text); insert into later values ('x')`);
  const path = join(folder, "later.backup");
  await writeBackup(target.connection, { path, isReplacing: false, product: "1" });
  const checked = await checkArchive(path);
  expect(checked).toMatchObject({ ok: true });
  if (checked.ok) expect(checked.value.header.tables).toContainEqual({ name: "later", columns: ["odd Name"] });
});

test("a backup of an older version is restored at that version and then brought up", async () => {
  const target = await another();
  const done = await restore(target.connection, file, secondVersion);
  expect(done).toMatchObject({ ok: true, value: { migratedUp: ["office/0002-loud-titles"] } });
  const { rows } = await target.pool.query("select count(*) from letter where loud = upper(title)");
  expect(rows).toEqual([{ count: 300 }]);
  expect(await migrate(target.connection, secondVersion)).toEqual([]);
});

test("while others write, a backup holds what was true at one moment", async () => {
  const busy = await another();
  await migrate(busy.connection, firstVersion);
  let writing = true;
  const write = async (): Promise<number> => {
    let letters = 0;
    for (; writing; letters += 1) {
      await busy.pool.query(
        "with new as (insert into letter (title) values ('一通') returning id) insert into letter_event (letter_id, said) select id, '出した' from new",
      );
    }
    return letters;
  };
  const writers = [write(), write()];
  const path = join(folder, "busy.backup");
  for (let round = 0; round < 5; round += 1) {
    await new Promise((done) => setTimeout(done, 60));
    const done = await writeBackup(busy.connection, { path, isReplacing: true, product: "1", chunkBytes: 3_000 });
    expect(done).toMatchObject({ ok: true });
  }
  writing = false;
  const written = (await Promise.all(writers)).reduce((total, one) => total + one, 0);
  const target = await another();
  const done = await restore(target.connection, path, firstVersion);
  expect(done).toMatchObject({ ok: true });
  const { rows } = await target.pool.query(
    "select (select count(*) from letter) as letters, (select count(*) from letter_event) as events, (select value from counter) as counted",
  );
  expect(rows[0].letters).toBeGreaterThan(10);
  expect(rows[0].letters).toBeLessThanOrEqual(written);
  expect(rows[0]).toMatchObject({ events: rows[0].letters, counted: rows[0].letters });
});

test("an existing file stays unless its replacement is asked for, and what a killed process left is replaced", async () => {
  const path = join(folder, "kept.backup");
  writeFileSync(path, "mine");
  writeFileSync(`${path}.part`, "left by a killed process");
  const options = { path, isReplacing: false, product: "1" };
  expect(await writeBackup(office.connection, options)).toEqual({ ok: false, problem: { code: "file_exists", path } });
  expect(readFileSync(path, "utf8")).toBe("mine");
  expect(await writeBackup(office.connection, { ...options, isReplacing: true })).toMatchObject({ ok: true });
  expect(await checkArchive(path)).toMatchObject({ ok: true });
  expect(existsSync(`${path}.part`)).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a folder that is not there, a database without records and a lost connection leave no file", async () => {
  const path = join(folder, "none", "x.backup");
  expect(await writeBackup(office.connection, { path, isReplacing: false, product: "1" })).toMatchObject({
    problem: { code: "cannot_write", detail: "ENOENT" },
  });
  const empty = await another();
  const none = { path: join(folder, "empty.backup"), isReplacing: false, product: "1" };
  expect(await writeBackup(empty.connection, none)).toMatchObject({ problem: { code: "nothing_to_back_up" } });
  const cut = { ...none, onProgress: () => void office.pool.query(END_BACKUPS) };
  await expect(writeBackup(office.connection, { ...cut, chunkBytes: 100 })).rejects.toThrow();
  expect(existsSync(none.path) || existsSync(`${none.path}.part`)).toBe(false);
});

const END_BACKUPS =
  "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kakehashi-backup' and datname = current_database()";

test("a database that holds records, or is ahead of the backup, is left as it is", async () => {
  const before = await readContents(office.pool);
  expect(await restore(office.connection, file, secondVersion)).toMatchObject({
    problem: { code: "database_not_empty", table: "archive.shelf" },
  });
  expect(await readContents(office.pool)).toEqual(before);
  const ahead = await another();
  await migrate(ahead.connection, secondVersion);
  expect(await restore(ahead.connection, file, secondVersion)).toMatchObject({
    problem: { code: "database_ahead", migration: "office/0002-loud-titles" },
  });
});

test("a database that someone is writing in is left alone after a short wait", async () => {
  const target = await another();
  await migrate(target.connection, firstVersion);
  const writer = await target.pool.connect();
  await writer.query("begin; insert into letter (title) values ('書きかけ')");
  expect(await restore(target.connection, file, firstVersion)).toMatchObject({ problem: { code: "database_in_use" } });
  await writer.query("commit");
  writer.release();
  expect(await restore(target.connection, file, firstVersion)).toMatchObject({
    problem: { code: "database_not_empty", table: "letter" },
  });
});

test("a backup of a newer version, or of other migrations, is refused before the database is touched", async () => {
  const target = await another();
  expect(await restore(target.connection, file, firstVersion.slice(0, 1))).toMatchObject({
    problem: { code: "newer_version", migration: "office/0001-letters" },
  });
  const changed = firstVersion.map(({ id, sql }) => ({ id, sql: `${sql} ` }));
  expect(await restore(target.connection, file, changed)).toMatchObject({
    problem: { code: "changed_migration" },
  });
  expect(await readContents(target.pool)).toEqual({});
});

test("an owner who is no superuser can back up and restore", async () => {
  const target = await another();
  const name = `clerk_${target.connection.database}`;
  await target.pool.query(`create role ${name} login; grant app_public, app_editor to ${name} with admin option;
    alter database ${target.connection.database} owner to ${name}`);
  const clerk = { ...target.connection, user: name };
  const done = await restore(clerk, file, firstVersion);
  expect(done).toMatchObject({ ok: true });
  const path = join(folder, "clerk.backup");
  expect(await writeBackup(clerk, { path, isReplacing: false, product: "1" })).toMatchObject({ ok: true });
  await target.pool.query(`alter database ${target.connection.database} owner to postgres; reassign owned by ${name} to postgres;
    drop owned by ${name}; drop role ${name}`);
});
