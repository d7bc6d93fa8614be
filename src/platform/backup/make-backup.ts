/**
 * An automatic backup: one more file in the folder, when there is room for it. Asked again for a name that is there, it
 * only writes down what it is, so that a job that was cut off may be repeated.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { SYSTEM } from "../database/actor.ts";
import type { Database } from "../database/database.ts";
import { deleteBackupFile, findLackOfRoom, listBackupFiles, openBackupFolder, type Room } from "./backup-folder.ts";
import { databaseBytes, forgetBackups, listKnownBackups, markVerified, rememberBackup } from "./backup-list-store.ts";
import { readBackupName } from "./backup-name.ts";
import { checkArchive } from "./check-archive.ts";
import type { CheckProblem, WriteProblem } from "./problems.ts";
import { findOutdated } from "./retention.ts";
import { type TableProgress, writeBackup } from "./write-backup.ts";

export type BackupPlace = Readonly<{ connection: pg.ClientConfig; folder: string; product: string }>;

export type MakeProblem = WriteProblem | (Readonly<{ code: "no_room" }> & Room) | CheckProblem;

export type MakeOptions = Readonly<{
  name: string;
  signal?: AbortSignal;
  onProgress?: (progress: TableProgress) => void;
  now: Date;
}>;

export async function makeBackup(
  database: Database,
  { connection, folder, product }: BackupPlace,
  { name, signal, onProgress, now }: MakeOptions,
): Promise<Outcome<void, MakeProblem>> {
  const path = join(folder, name);
  await openBackupFolder(folder, now);
  if (existsSync(path)) return adoptBackup(database, folder, name);
  const lack = await findLackOfRoom(folder, await expectedBytes(database, folder));
  if (lack !== undefined) return refuse({ code: "no_room", ...lack });
  const done = await writeBackup(connection, {
    path,
    isReplacing: false,
    product,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  if (!done.ok) return done;
  const { bytes, sha256, total } = done.value;
  await database.write(SYSTEM, (tx) => rememberBackup(tx, { name, bytes, sha256, rows: total.rows }));
  return succeed(undefined);
}

/** It was written whole (it has its name), but perhaps nobody wrote down that it was. */
async function adoptBackup(database: Database, folder: string, name: string): Promise<Outcome<void, MakeProblem>> {
  const path = join(folder, name);
  const known = await database.read(SYSTEM, (tx) => listKnownBackups(tx));
  if (known.some((one) => one.name === name)) return succeed(undefined);
  const checked = await checkArchive(path);
  if (!checked.ok) return checked;
  const { size } = await stat(path);
  const rows = checked.value.manifest.total.rows;
  const sha256 = await hashFile(path);
  await database.write(SYSTEM, (tx) => rememberBackup(tx, { name, bytes: size, sha256, rows }));
  return succeed(undefined);
}

async function expectedBytes(database: Database, folder: string): Promise<number> {
  const newest = (await listBackupFiles(folder))[0];
  if (newest !== undefined) return Math.ceil(newest.bytes * 1.2);
  return Math.ceil((await database.read(SYSTEM, (tx) => databaseBytes(tx))) / 3);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Reads a backup back from end to end, writes down what it found, and only when it is whole deletes what is outdated. */
export async function verifyBackup(
  database: Database,
  folder: string,
  name: string,
): Promise<Outcome<readonly string[], CheckProblem>> {
  const checked = await checkArchive(join(folder, name));
  const problem = checked.ok ? null : checked.problem.code;
  await database.write(SYSTEM, (tx) => markVerified(tx, name, problem));
  if (!checked.ok) return checked;
  return succeed(await deleteOutdated(database, folder));
}

/** @returns the names deleted. */
async function deleteOutdated(database: Database, folder: string): Promise<readonly string[]> {
  const known = await database.read(SYSTEM, (tx) => listKnownBackups(tx));
  const damaged = new Set(known.filter(({ problem }) => problem !== null).map(({ name }) => name));
  const files = (await listBackupFiles(folder)).flatMap(({ name }) => {
    const read = readBackupName(name);
    return read === undefined ? [] : [{ ...read, isDamaged: damaged.has(name) }];
  });
  const outdated = findOutdated(files);
  for (const name of outdated) await deleteBackupFile(folder, name);
  const there = new Set(files.map(({ name }) => name));
  const gone = known.map(({ name }) => name).filter((name) => !there.has(name));
  await database.write(SYSTEM, (tx) => forgetBackups(tx, [...outdated, ...gone]));
  return outdated;
}
