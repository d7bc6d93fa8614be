/**
 * Events of accounts in the audit: signing in and out, passwords, second factors. Written in the account's own name
 * once it is proven who acts, and as the public before that. Never a password, a code, a token or an address.
 */
import { sql } from "kysely";
import { type AuditOutcome, recordAudit } from "../audit/record-audit.ts";
import { type Actor, PUBLIC } from "../database/actor.ts";
import type { Database, Tx, WorkOptions } from "../database/database.ts";

export type AccountEvent = Readonly<{
  action:
    | "sign_in.done"
    | "sign_in.failed"
    | "sign_out.done"
    | "attempt.limited"
    | "password.changed"
    | "password.reset_asked"
    | "second_factor.enabled"
    | "second_factor.disabled"
    | "second_factor.failed"
    | "recovery_codes.renewed"
    | "passkey.added"
    | "passkey.removed"
    | "session.ended"
    | "body.switched";
  /** Whose account it is about; undefined when there is none, such as an unknown address. */
  accountId: string | undefined;
  outcome?: AuditOutcome;
  after?: Readonly<Record<string, string | number | boolean>>;
}>;

/** By the person the account belongs to. */
export function auditOwnEvent(
  database: Database,
  event: AccountEvent & Readonly<{ accountId: string }>,
  options: WorkOptions,
): Promise<void> {
  return database.write(inOwnName(event.accountId), (tx) => append(tx, event), options);
}

/** By someone who has not proven to be anybody. */
export function auditStranger(database: Database, event: AccountEvent, options: WorkOptions): Promise<void> {
  return database.write(PUBLIC, (tx) => append(tx, event), options);
}

/** A person acts on the own account before, or without, a body to work for: named in the audit as the account. */
export function inOwnName(accountId: string): Actor {
  return { kind: "operator", name: accountId };
}

async function append(tx: Tx, { action, accountId, outcome = "done", after }: AccountEvent): Promise<void> {
  if (accountId === undefined) return recordAudit(tx, { action, outcome, after });
  const { rows } = await sql<{ marks: string[] }>`select marks_of_account(${accountId}) as marks`.execute(tx);
  const marks = rows[0]?.marks ?? ["*"];
  return recordAudit(tx, { action, outcome, after, marks, subject: { kind: "account", id: accountId } });
}
