/** The folder of automatic backups: what lies there, whether there is room for another, and its tidying. */
import { mkdir, readdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { readBackupName } from "./backup-name.ts";

export type BackupFile = Readonly<{ name: string; bytes: number; writtenAt: Date }>;

/** Left free beside a backup, so that the database on the same disk can go on. */
const RESERVE_BYTES = 256 * 1024 * 1024;
/** A backup that is being written touches its file all the time. */
const DEAD_PART_AFTER_MS = 10 * 60 * 1000;

/** Readable by its owner only: backups hold everything. */
export async function openBackupFolder(folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (readBackupName(name.replace(/\.part$/, "")) === undefined || !name.endsWith(".part")) continue;
    const part = join(folder, name);
    const { mtimeMs } = await stat(part);
    if (now.getTime() - mtimeMs > DEAD_PART_AFTER_MS) await rm(part, { force: true });
  }
}

/** Newest name first; files of other names are not ours. An absent folder is an empty one. */
export async function listBackupFiles(folder: string): Promise<readonly BackupFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const files: BackupFile[] = [];
  for (const name of names
    .filter((one) => readBackupName(one) !== undefined)
    .sort()
    .reverse()) {
    const { size, mtime } = await stat(join(folder, name));
    files.push({ name, bytes: size, writtenAt: mtime });
  }
  return files;
}

export async function deleteBackupFile(folder: string, name: string): Promise<void> {
  if (readBackupName(name) === undefined) throw new Error(`${name} is no backup of ours`);
  await rm(join(folder, name), { force: true });
}

export type Room = Readonly<{ neededBytes: number; freeBytes: number }>;

/** @returns undefined when there is room. `expectedBytes`: of the next backup, by the last one. */
export async function findLackOfRoom(folder: string, expectedBytes: number): Promise<Room | undefined> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  const neededBytes = expectedBytes + RESERVE_BYTES;
  return freeBytes < neededBytes ? { neededBytes, freeBytes } : undefined;
}
