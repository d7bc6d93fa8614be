/** The log of runs: one row for each time a job was tried. Written by the machine, kept for 90 days. */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { JobProgress } from "./job.ts";

export type RunOutcome = "done" | "failed" | "interrupted" | "cancelled";

export type StartedRun = Readonly<{ jobId: string; task: string; askedBy: string; worker: string; attempt: number }>;

export async function startRun(tx: Tx, run: StartedRun): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into platform_job_run (job_id, task, asked_by, worker, attempt)
    values (${run.jobId}, ${run.task}, ${run.askedBy}, ${run.worker}, ${run.attempt}) returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`the run of ${run.task} was not logged`);
  return id;
}

/** @returns whether someone asked to cancel the job. */
export async function reportRun(tx: Tx, id: number, progress: JobProgress | undefined): Promise<boolean> {
  const { rows } = await sql<{ isCancelled: boolean }>`
    update platform_job_run set done = coalesce(${progress?.done ?? null}, done),
           total = coalesce(${progress?.total ?? null}, total)
     where id = ${id} returning cancel_asked_at is not null as "isCancelled"`.execute(tx);
  return rows[0]?.isCancelled ?? false;
}

/** A run that was meanwhile given up as interrupted, and went on after all, gets its true end. */
export async function endRun(
  tx: Tx,
  id: number,
  outcome: RunOutcome,
  why?: Readonly<{ problem: string; detail: string }>,
): Promise<void> {
  await sql`update platform_job_run set ended_at = clock_timestamp(), outcome = ${outcome},
    problem = ${why?.problem ?? null}, detail = ${why?.detail ?? null} where id = ${id}`.execute(tx);
}

export async function endRunsOfWorkers(tx: Tx, workers: readonly string[]): Promise<void> {
  await sql`update platform_job_run set ended_at = clock_timestamp(), outcome = 'interrupted'
    where outcome is null and worker = any(${[...workers]}::text[])`.execute(tx);
}

const DAYS_KEPT = 90;

export async function deleteOldRuns(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAYS_KEPT * 24 * 60 * 60 * 1000);
  await sql`delete from platform_job_run where started_at < ${before} and outcome is not null`.execute(tx);
  await sql`select platform_forget_failed_jobs(${before})`.execute(tx);
}
