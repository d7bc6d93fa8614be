/**
 * The daily backup, and the reading back of what was written.
 *
 * They are two jobs, so that a backup which was written well is not written again because reading it back failed.
 */
import { z } from "zod";
import {
  addJob,
  askedBackupName,
  type BackupPlace,
  dailyBackupName,
  type JobDefinition,
  JobRefusal,
  type MakeProblem,
  makeBackup,
  readBackupName,
  SYSTEM,
  verifyBackup,
} from "../../../platform/index.ts";
import { jobWords, sizeWords } from "../words.ts";

const backupName = z.string().refine((name) => readBackupName(name) !== undefined);

/** `name`: of the file; the clock gives none and means the day's own. */
export type BackUp = JobDefinition<Readonly<{ name?: string | undefined }>>;
export type BackupJobs = Readonly<{ backUp: BackUp; check: JobDefinition<Readonly<{ name: string }>> }>;

export function backupJobs(place: BackupPlace): BackupJobs {
  const check = checkJob(place.folder);
  const backUp: BackUp = {
    name: "system/backup",
    payload: z.object({ name: backupName.optional() }),
    key: ({ name = "daily" }) => name,
    retries: 5,
    daily: "02:30",
    words: jobWords(
      "backup",
      "no_room",
      "disk_full",
      "cannot_write",
      "cannot_read",
      "file_exists",
      "nothing_to_back_up",
      "damaged",
    ),
    run: async ({ name }, { database, signal, report, scheduledAt }) => {
      const now = new Date();
      const file = name ?? dailyBackupName(scheduledAt ?? now);
      const onProgress = ({ done, of }: Readonly<{ done: number; of: number }>): void => report({ done, total: of });
      const made = await makeBackup(database, place, { name: file, signal, onProgress, now });
      if (!made.ok) throw refusalOf(made.problem);
      await database.write(SYSTEM, (tx) => addJob(tx, check, { name: file }));
    },
  };
  return { backUp, check };
}

/** The name of a backup that somebody asks for now. */
export function nameOfAskedBackup(now: Date): string {
  return askedBackupName(now);
}

function checkJob(folder: string): BackupJobs["check"] {
  return {
    name: "system/check-backup",
    payload: z.object({ name: backupName }),
    key: ({ name }) => name,
    retries: 2,
    words: jobWords("check", "cannot_read", "damaged"),
    run: async ({ name }, { database }) => {
      const verified = await verifyBackup(database, folder, name);
      if (!verified.ok) throw refusalOf(verified.problem);
    },
  };
}

const TOLD_BY_CODE = new Set(["disk_full", "file_exists", "nothing_to_back_up"]);

function refusalOf(problem: MakeProblem): JobRefusal {
  if (problem.code === "no_room") {
    return new JobRefusal("no_room", `${sizeWords(problem.freeBytes)} / ${sizeWords(problem.neededBytes)}`);
  }
  if (TOLD_BY_CODE.has(problem.code)) return new JobRefusal(problem.code);
  if (problem.code === "cannot_write" || problem.code === "cannot_read") {
    return new JobRefusal(problem.code, problem.detail);
  }
  return new JobRefusal("damaged", problem.code);
}
