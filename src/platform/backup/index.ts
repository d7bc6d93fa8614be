/** Backup and restore: one archive that holds everything, written while the system runs. */
export { type BackupFile, listBackupFiles } from "./backup-folder.ts";
export { type KnownBackup, listKnownBackups } from "./backup-list-store.ts";
export { askedBackupName, dailyBackupName, readBackupName } from "./backup-name.ts";
export { type CheckedArchive, checkArchive } from "./check-archive.ts";
export { type BackupPlace, type MakeProblem, makeBackup, verifyBackup } from "./make-backup.ts";
export type { CheckProblem, RestoreProblem, WriteProblem } from "./problems.ts";
export { type RestoreDone, restoreBackup } from "./restore-backup.ts";
export { RETENTION } from "./retention.ts";
export { type BackupDone, type TableProgress, writeBackup } from "./write-backup.ts";
