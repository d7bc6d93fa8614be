/**
 * One try of a job: its payload is read, the run is logged, and its end is told in words that the page can show.
 *
 * Cancelling is asked in the log and looked for twice a second. A cancelled job ends without another try; one that was
 * stopped by the end of the server is tried again by the next.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Task } from "graphile-worker";
import { z } from "zod";
import { SYSTEM } from "../database/actor.ts";
import type { Database } from "../database/database.ts";
import { type JobContext, type JobDefinition, type JobProgress, JobRefusal } from "./job.ts";
import { endRun, reportRun, startRun } from "./job-run-store.ts";

/** What platform_add_job wrote, or what the clock did. */
const envelope = z.object({
  askedBy: z.string().default("system"),
  input: z.unknown().default({}),
  _cron: z.object({ ts: z.string() }).optional(),
});

const LOOK_EVERY_MS = 500;
const LONGEST_DETAIL = 500;

class Cancelled extends Error {}

export function taskOf(job: JobDefinition, database: Database): Task {
  return async (raw, { job: row, abortSignal }) => {
    const { askedBy, input, _cron } = envelope.parse(raw);
    const worker = row.locked_by ?? "";
    const started = { jobId: row.id, task: job.name, askedBy, worker, attempt: row.attempts };
    const id = await database.write(SYSTEM, (tx) => startRun(tx, started));
    const watch = watchRun(database, id, abortSignal);
    const context: JobContext = {
      database,
      signal: watch.signal,
      report: watch.report,
      scheduledAt: _cron === undefined ? undefined : new Date(_cron.ts),
      askedBy,
      attempt: row.attempts,
      isLastAttempt: row.attempts >= row.max_attempts,
    };
    try {
      await job.run(job.payload.parse(input), context);
      await watch.stop();
      await database.write(SYSTEM, (tx) => endRun(tx, id, "done"));
    } catch (error) {
      await watch.stop();
      await endWith(error, { database, id, name: job.name, signal: watch.signal, isStopping: abortSignal.aborted });
    }
  };
}

type Ending = Readonly<{ database: Database; id: number; name: string; signal: AbortSignal; isStopping: boolean }>;

async function endWith(error: unknown, { database, id, name, signal, isStopping }: Ending): Promise<void> {
  if (signal.reason instanceof Cancelled) {
    await database.write(SYSTEM, (tx) => endRun(tx, id, "cancelled"));
    return;
  }
  const why = reasonOf(error);
  if (!isStopping) {
    const stack = why.problem === "fault" && error instanceof Error ? { stack: error.stack } : {};
    console.error(JSON.stringify({ at: new Date().toISOString(), job: name, run: id, ...why, ...stack }));
  }
  await database.write(SYSTEM, (tx) => endRun(tx, id, isStopping ? "interrupted" : "failed", why));
  throw error;
}

function reasonOf(error: unknown): Readonly<{ problem: string; detail: string }> {
  if (error instanceof JobRefusal) return { problem: error.code, detail: error.detail };
  return { problem: "fault", detail: String(error instanceof Error ? error.message : error).slice(0, LONGEST_DETAIL) };
}

type RunWatch = Readonly<{
  signal: AbortSignal;
  report: (progress: JobProgress) => void;
  stop: () => Promise<void>;
}>;

function watchRun(database: Database, id: number, stopping: AbortSignal): RunWatch {
  const cancel = new AbortController();
  const over = new AbortController();
  let latest: JobProgress | undefined;
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const told = latest;
      latest = undefined;
      const isCancelled = await database.write(SYSTEM, (tx) => reportRun(tx, id, told));
      if (isCancelled) return cancel.abort(new Cancelled());
      await sleep(LOOK_EVERY_MS, undefined, { signal: over.signal });
    }
  };
  // A look that fails (the database is away, or the run is over) says nothing about the job; its own work will.
  const looking = look().catch(() => undefined);
  return {
    signal: AbortSignal.any([stopping, cancel.signal]),
    report: (progress) => {
      latest = progress;
    },
    stop: async () => {
      over.abort();
      await looking;
      if (latest !== undefined) await database.write(SYSTEM, (tx) => reportRun(tx, id, latest));
    },
  };
}
