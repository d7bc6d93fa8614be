/**
 * Job: work that is done after the request, by the worker in the server's process, at least once.
 *
 * It waits in PostgreSQL, so it survives the machine; it is tried again after a failure, with growing pauses. A job may
 * therefore run twice, and `run` must be such that twice does no harm. Names are `slice/verb-noun`; those under
 * `system/` are the machine's own, which only who may `job.manage` can add.
 */
import type { z } from "zod";
import type { Database } from "../database/database.ts";
import type { Language } from "../http/request-context.ts";

export type JobProgress = Readonly<{ done: number; total: number }>;

export type JobContext = Readonly<{
  database: Database;
  /** Aborted when someone cancels the job, and when the server stops; `run` then throws as soon as it can. */
  signal: AbortSignal;
  /** Shown on the page of jobs; written at most twice a second. */
  report: (progress: JobProgress) => void;
  /** The minute for which the clock added the job; undefined when someone asked for it. */
  scheduledAt: Date | undefined;
  /** Account or operator who asked. */
  askedBy: string;
  attempt: number;
  isLastAttempt: boolean;
}>;

export type JobWords = Readonly<{
  title: string;
  /** By the code of a `JobRefusal`. */
  problems: Readonly<Record<string, (detail: string) => string>>;
}>;

/** Methods, not properties: a list holds jobs of different payloads, and each reads its payload before it runs. */
export interface JobDefinition<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Two jobs of the same name and key are the same work: the later one replaces the one that waits. */
  key(payload: Payload): string;
  run(payload: Payload, context: JobContext): Promise<void>;
  /** How often it is tried again after the first time; the pauses grow from 3 seconds to hours. */
  readonly retries: number;
  /** Japanese time of day at which the clock adds it, `HH:MM`; a time that passed while the server was off is made up. */
  readonly daily?: string;
  readonly words: Readonly<Record<Language, JobWords>>;
}

/** Why a job did not do its work, in a code that the job's words explain. Everything else thrown is a fault. */
export class JobRefusal extends Error {
  readonly code: string;
  readonly detail: string;
  constructor(code: string, detail = "", options?: ErrorOptions) {
    super(detail === "" ? code : `${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
