/** Backup and restore: one archive that holds everything, written while the system runs. */
export { type CheckedArchive, checkArchive } from "./check-archive.ts";
export type { CheckProblem, RestoreProblem, WriteProblem } from "./problems.ts";
export { type RestoreDone, restoreBackup } from "./restore-backup.ts";
export { type BackupDone, type TableProgress, writeBackup } from "./write-backup.ts";
