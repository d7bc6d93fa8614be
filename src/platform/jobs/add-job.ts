/** Adds a job in the caller's transaction: it exists when the act is committed, and not when it is rolled back. */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { JobDefinition } from "./job.ts";

/**
 * @param runAt not before; now when left out.
 * @returns the job's id; that of the running job when the same work is being done.
 */
export async function addJob<Payload>(
  tx: Tx,
  job: JobDefinition<Payload>,
  payload: Payload,
  runAt?: Date,
): Promise<string> {
  const valid = job.payload.parse(payload);
  const { rows } = await sql<{ id: string }>`select platform_add_job(${job.name}, ${JSON.stringify(valid)}::jsonb,
    ${jobKey(job, valid)}, ${job.retries + 1}, ${runAt ?? null}) as id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`${job.name} was not added`);
  return id;
}

export function jobKey<Payload>(job: JobDefinition<Payload>, payload: Payload): string {
  const key = job.key(payload);
  return key === "" ? job.name : `${job.name}:${key}`;
}
