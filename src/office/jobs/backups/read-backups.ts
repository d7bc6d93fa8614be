/**
 * Backups as they lie there now, and whether somebody must do something about them: the last one failed for good, or
 * the newest that was read back whole is too old and none is on its way.
 */
import { listBackupFiles, listKnownBackups, type Tx } from "../../../platform/index.ts";
import { listQueue, type QueuedJob } from "../job-queue-store.ts";
import { isLate, type ListedBackup, listBackups, newestVerified } from "./backup-list.ts";
import { findInstalledAt } from "./installed-query.ts";

export type BackupTrouble = "failed" | "late";

export type BackupState = Readonly<{
  folder: string;
  list: readonly ListedBackup[];
  /** When the newest one that was read back whole was made. */
  last: Date | null;
  isLate: boolean;
  trouble: BackupTrouble | undefined;
}>;

/** For who has `job.manage`; everybody else is told of no queue and no backups. */
export async function readBackups(tx: Tx, folder: string, now: Date): Promise<BackupState> {
  const queue = await listQueue(tx);
  const installedAt = await findInstalledAt(tx);
  const list = listBackups(await listBackupFiles(folder), await listKnownBackups(tx));
  const last = newestVerified(list)?.madeAt ?? null;
  const late = isLate(list, installedAt, now);
  return { folder, list, last, isLate: late, trouble: findTrouble(queue, last, late) };
}

const BACKUP_JOBS: ReadonlySet<string> = new Set(["system/backup", "system/check-backup"]);

/** A failure that a whole backup followed is over. A machine that was off makes up for it first, before it complains. */
export function findTrouble(
  queue: readonly Pick<QueuedJob, "task" | "state" | "runAt">[],
  last: Date | null,
  late: boolean,
): BackupTrouble | undefined {
  const ours = queue.filter(({ task }) => BACKUP_JOBS.has(task));
  const failed = ours.some(({ state, runAt }) => state === "failed" && (last === null || runAt > last));
  if (failed) return "failed";
  return late && ours.every(({ state }) => state === "failed") ? "late" : undefined;
}
