import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/database.ts";

/**
 * Functions that run as their owner go past every policy, so each is stated here with who may call it, and asks for
 * the permission itself or tells nothing that needs one. Functions of triggers cannot be called.
 */
const FUNCTIONS_OF_THE_OWNER: Readonly<Record<string, readonly ("app_public" | "app_editor")[]>> = {
  /** Where a merged record went, if what it went into is published. */
  agreement_merged_into: ["app_public", "app_editor"],
  /** Ids of records that were merged into one, if they were published once. */
  agreement_with_absorbed: ["app_public", "app_editor"],
  /** The number of a counterpart, or of the one it was merged into. */
  counterpart_now: ["app_public", "app_editor"],
  /** The number of the counterpart of a name; every editor reads all counterparts. */
  counterpart_named: ["app_editor"],
  /** Asks inside for the right to edit everybody's agreements. */
  move_counterpart_parties: ["app_editor"],
  /** That and when a published record changed. */
  agreement_public_history: ["app_public", "app_editor"],
  /** Bare numbers of records that were published once. */
  agreements_written_since: ["app_public", "app_editor"],
  /** Bare numbers of events that the caller may read. */
  audit_ids: ["app_editor"],
  /** The act on the subject has asked for the permission. */
  close_work: ["app_editor"],
  open_work: ["app_editor"],
  /** Marks only, for policies; the public's failed sign-in is an event of the account's bodies. */
  marks_of_account: ["app_public", "app_editor"],
  marks_of_body: ["app_editor"],
  may_change_account: ["app_editor"],
  /** Asked by platform_add_job alone. */
  may_add_job: [],
  works_for: ["app_editor"],
  /** A file of one's own; everything else asks for job.manage inside. */
  platform_add_job: ["app_editor"],
  platform_cancel_job: ["app_editor"],
  platform_forget_failed_jobs: ["app_editor"],
  platform_installed_at: ["app_editor"],
  platform_jobs: ["app_editor"],
  platform_retry_job: ["app_editor"],
  /** That and when a published programme was published anew. */
  programme_public_history: ["app_public", "app_editor"],
  /** Bare numbers of published records. */
  search_ids: ["app_public", "app_editor"],
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test("every function that runs as its owner is stated, with who may call it", async () => {
  const { rows } = await db.owner.query<{ name: string; callers: string[] }>(
    `select p.proname as name, array_remove(array[
         case when has_function_privilege('app_public', p.oid, 'execute') then 'app_public' end,
         case when has_function_privilege('app_editor', p.oid, 'execute') then 'app_editor' end], null) as callers
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'auth') and p.prosecdef and p.prorettype <> 'trigger'::regtype order by 1`,
  );
  expect(Object.fromEntries(rows.map(({ name, callers }) => [name, callers]))).toEqual(FUNCTIONS_OF_THE_OWNER);
});
