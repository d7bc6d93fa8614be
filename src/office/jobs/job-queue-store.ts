/** The queue and the log as administrators see them, and what they may do with a job. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";

export type QueuedJob = Readonly<{
  id: string;
  /** Name of its definition. */
  task: string;
  askedBy: string;
  /** Of the person who asked, where there is one. */
  askedByName: string | null;
  state: "waiting" | "waiting_again" | "running" | "failed";
  runAt: Date;
  attempts: number;
  attemptsAllowed: number;
  /** Of the run that is going on, else of the last one. */
  progress: Readonly<{ done: number; total: number }> | null;
  problem: string | null;
  detail: string | null;
  isStopping: boolean;
}>;

export async function listQueue(tx: Tx): Promise<readonly QueuedJob[]> {
  const { rows } = await sql<QueuedJob>`
    select j.id, j.task, j.asked_by as "askedBy", a.display_name as "askedByName", j.state, j.run_at as "runAt",
           j.attempts, j.attempts_allowed as "attemptsAllowed", r.problem, coalesce(r.detail, j.last_error) as detail,
           case when r.total is not null then json_build_object('done', r.done, 'total', r.total) end as progress,
           r.outcome is null and r.cancel_asked_at is not null as "isStopping"
      from platform_jobs() j
      left join account a on a.id = j.asked_by
      left join lateral (select * from platform_job_run run where run.job_id = j.id order by run.id desc limit 1) r on true`.execute(
    tx,
  );
  return rows;
}

export type EndedRun = Readonly<{
  id: number;
  task: string;
  askedBy: string;
  askedByName: string | null;
  attempt: number;
  startedAt: Date;
  endedAt: Date;
  outcome: "done" | "failed" | "interrupted" | "cancelled";
  problem: string | null;
  detail: string | null;
}>;

/** Newest first. */
export async function listEndedRuns(tx: Tx, limit: number): Promise<readonly EndedRun[]> {
  const { rows } = await sql<EndedRun>`
    select r.id, r.task, r.asked_by as "askedBy", a.display_name as "askedByName", r.attempt, r.started_at as "startedAt",
           r.ended_at as "endedAt", r.outcome, r.problem, r.detail
      from platform_job_run r left join account a on a.id = r.asked_by
     where r.outcome is not null order by r.started_at desc limit ${limit}`.execute(tx);
  return rows;
}

/** @returns false when it runs now or is gone. */
export async function retryJob(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select platform_retry_job(${id}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** `removed` when it waited, `asked` when it runs and was asked to stop, undefined when it is gone. */
export async function cancelJob(tx: Tx, id: string): Promise<"removed" | "asked" | undefined> {
  const { rows } = await sql<{ said: "removed" | "asked" | null }>`select platform_cancel_job(${id}) as said`.execute(
    tx,
  );
  return rows[0]?.said ?? undefined;
}
