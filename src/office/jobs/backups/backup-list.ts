/** Backups as administrators see them: the files that lie there, with what is known of each; and whether they are late. */
import { type BackupFile, type KnownBackup, readBackupName } from "../../../platform/index.ts";

export type ListedBackup = Readonly<{
  name: string;
  bytes: number;
  madeAt: Date;
  /** Undefined: the file is not the one that was written down, or nobody knows it. */
  known: KnownBackup | undefined;
}>;

/** A file whose size is not the one written down is not the one that was read back. */
export function listBackups(files: readonly BackupFile[], known: readonly KnownBackup[]): readonly ListedBackup[] {
  return files.map(({ name, bytes, writtenAt }) => {
    const same = known.find((one) => one.name === name && one.bytes === bytes);
    return { name, bytes, madeAt: same?.madeAt ?? writtenAt, known: same };
  });
}

const LATE_AFTER_MS = 2 * 24 * 60 * 60 * 1000;

/** The newest one that was read back whole. */
export function newestVerified(backups: readonly ListedBackup[]): ListedBackup | undefined {
  const verified = backups.filter(({ known }) => known?.verifiedAt != null);
  return verified.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0];
}

/**
 * Late when the newest whole one is older than two days. A new installation has none yet and is not late before its
 * first two days are over.
 */
export function isLate(backups: readonly ListedBackup[], installedAt: Date, now: Date): boolean {
  const last = newestVerified(backups)?.madeAt ?? installedAt;
  return now.getTime() - last.getTime() > LATE_AFTER_MS;
}

export function isBackupName(name: string): boolean {
  return readBackupName(name) !== undefined;
}
