/** The jobs of the office, put together once when the application starts; pages add them, the worker runs them. */
import type { BackupPlace, JobDefinition, Mailer } from "../../platform/index.ts";
import { type BackupJobs, backupJobs } from "./backups/backup-jobs.ts";
import { warningJobs } from "./backups/warn-of-backups.ts";
import type { ExportDefinition } from "./exports/export-definition.ts";
import { type ExportJob, exportJob } from "./exports/export-job.ts";
import { housekeepingJob } from "./housekeeping-job.ts";
import { reminderJobs } from "./reminders/reminder-jobs.ts";

export type OfficeJobsSettings = Readonly<{
  /** Null when there are no automatic backups. */
  backups: BackupPlace | null;
  mailer: Mailer;
  /** Folder of letters that a person passes on; null when they go out by SMTP. */
  outbox: string | null;
  /** Address people open, for mails: `https://…`, without a slash at the end. */
  origin: string;
  exports: readonly ExportDefinition[];
}>;

export type OfficeJobs = Readonly<{
  all: readonly JobDefinition[];
  backups: (BackupJobs & Readonly<{ folder: string }>) | null;
  exports: Readonly<{ job: ExportJob; definitions: readonly ExportDefinition[] }>;
}>;

export function officeJobs({ backups, mailer, outbox, origin, exports }: OfficeJobsSettings): OfficeJobs {
  const own = backups === null ? null : { ...backupJobs(backups), folder: backups.folder };
  const job = exportJob(exports);
  const all: readonly JobDefinition[] = [
    ...(own === null ? [] : [own.backUp, own.check, ...warningJobs({ folder: own.folder, mailer, origin })]),
    housekeepingJob(outbox),
    ...reminderJobs({ mailer, origin }),
    job,
  ];
  return { all, backups: own, exports: { job, definitions: exports } };
}
