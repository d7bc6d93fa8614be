import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { SYSTEM } from "../database/actor.ts";
import { findLackOfRoom, listBackupFiles } from "./backup-folder.ts";
import { listKnownBackups } from "./backup-list-store.ts";
import { type BackupPlace, makeBackup, verifyBackup } from "./make-backup.ts";

const NAME = "kakehashi-2026-11-22.tar.gz";
const now = new Date("2026-11-22T00:00:00Z");
let db: TestDatabase;
let place: BackupPlace;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  place = { connection: db.connection, folder: mkdtempSync(join(tmpdir(), "kakehashi-daily-")), product: "1" };
  await db.owner.query("delete from platform_backup");
});
afterAll(() => db.drop());

const known = () => db.database.read(SYSTEM, (tx) => listKnownBackups(tx));

test("a backup is made, read back whole, and known with its SHA-256", async () => {
  expect(await makeBackup(db.database, place, { name: NAME, now })).toMatchObject({ ok: true });
  expect(await known()).toMatchObject([{ name: NAME, verifiedAt: null, problem: null }]);
  expect(await verifyBackup(db.database, place.folder, NAME)).toEqual({ ok: true, value: [] });
  expect((await known())[0]?.verifiedAt).toBeInstanceOf(Date);
  expect((await known())[0]?.bytes).toBe((await listBackupFiles(place.folder))[0]?.bytes);
  rmSync(place.folder, { recursive: true });
});

test("made again under the same name, as after a cut, nothing is written twice", async () => {
  await makeBackup(db.database, place, { name: NAME, now });
  const before = await known();
  await db.owner.query("delete from platform_backup");
  const bytes = readFileSync(join(place.folder, NAME));
  expect(await makeBackup(db.database, place, { name: NAME, now })).toMatchObject({ ok: true });
  expect(readFileSync(join(place.folder, NAME)).equals(bytes)).toBe(true);
  expect((await known())[0]?.sha256).toBe(before[0]?.sha256);
  rmSync(place.folder, { recursive: true });
});

test("a backup that does not read back whole is marked, and nothing is deleted for it", async () => {
  await makeBackup(db.database, place, { name: NAME, now });
  const path = join(place.folder, NAME);
  writeFileSync(path, readFileSync(path).subarray(0, -50));
  for (let day = 1; day <= 9; day += 1) writeFileSync(join(place.folder, `kakehashi-2026-11-0${day}.tar.gz`), "");
  expect(await verifyBackup(db.database, place.folder, NAME)).toMatchObject({ ok: false });
  expect((await known())[0]).toMatchObject({ verifiedAt: null, problem: "broken_container" });
  expect(readdirSync(place.folder).length).toBe(10);
  rmSync(place.folder, { recursive: true });
});

test("after a whole one the outdated go, and strangers' files stay", async () => {
  await makeBackup(db.database, place, { name: NAME, now });
  for (let day = 1; day <= 9; day += 1) writeFileSync(join(place.folder, `kakehashi-2026-11-0${day}.tar.gz`), "");
  writeFileSync(join(place.folder, "memo.txt"), "");
  const done = await verifyBackup(db.database, place.folder, NAME);
  expect(done).toEqual({ ok: true, value: ["kakehashi-2026-11-03.tar.gz", "kakehashi-2026-11-02.tar.gz"] });
  expect(readdirSync(place.folder)).toContain("memo.txt");
  rmSync(place.folder, { recursive: true });
});

test("what a killed process left half written is cleaned up, what is being written is not", async () => {
  const [dead, alive] = [
    join(place.folder, "kakehashi-2026-11-20.tar.gz.part"),
    join(place.folder, "kakehashi-2026-11-21.tar.gz.part"),
  ];
  writeFileSync(dead, "");
  writeFileSync(alive, "");
  utimesSync(dead, new Date(now.getTime() - 3_600_000), new Date(now.getTime() - 3_600_000));
  utimesSync(alive, now, now);
  await makeBackup(db.database, place, { name: NAME, now });
  expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  rmSync(place.folder, { recursive: true });
});

test("told to stop, it leaves nothing behind", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(makeBackup(db.database, place, { name: NAME, now, signal })).rejects.toThrow("stopped");
  expect(readdirSync(place.folder)).toEqual([]);
  rmSync(place.folder, { recursive: true });
});

test("where there is no room, it says how much is needed and how much there is", async () => {
  mkdirSync(place.folder, { recursive: true });
  const lack = await findLackOfRoom(place.folder, 1e18);
  expect(lack?.neededBytes).toBeGreaterThan(lack?.freeBytes ?? Number.POSITIVE_INFINITY);
  expect(await findLackOfRoom(place.folder, 0)).toBeUndefined();
  rmSync(place.folder, { recursive: true });
});
