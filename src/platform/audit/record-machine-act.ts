/**
 * Acts of the command line that stand outside the database's transactions of people: a backup written, a backup
 * restored. They are done as the owner of the schema, perhaps in a database of an earlier version, which is not migrated
 * on the way.
 */
import type pg from "pg";
import { CLI } from "../database/actor.ts";

export type MachineAct = Readonly<{
  action: string;
  subject: Readonly<{ kind: string; id: string }>;
  after: Readonly<Record<string, string | number>>;
  requestId: string;
}>;

const LONGEST_ID = 200;

/** @returns false where nothing can be written down: a read-only copy, or a version from before there was an audit. */
export async function recordMachineAct(client: pg.ClientBase, act: MachineAct): Promise<boolean> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `select to_regclass('public.audit_event') is not null and not pg_is_in_recovery() as "isThere"`,
  );
  if (rows[0]?.isThere !== true) return false;
  const { action, subject, after, requestId } = act;
  await client.query(
    `insert into public.audit_event (actor, body_id, request_id, action, subject_kind, subject_id, marks, outcome, after)
     values ($1, null, $2, $3, $4, $5, '{*}', 'done', $6)`,
    [CLI.name, requestId, action, subject.kind, subject.id.slice(0, LONGEST_ID), JSON.stringify(after)],
  );
  return true;
}
