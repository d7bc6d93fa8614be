/**
 * Audit (監査記録): who did what, when, for which body, in which request, with what before and after, and why.
 *
 * Who, when, body and request come from the transaction and cannot be said otherwise; the table is append-only by
 * grant and by trigger. An event is written in the transaction of the act, so there is no act without its event.
 * `before` and `after` carry only what changed, and no personal data beyond what names the act.
 */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { Marks } from "../permissions/scopes.ts";

export type AuditOutcome = "done" | "refused" | "failed";

export type AuditEntry = Readonly<{
  /** `agreement.edited`, `sign_in.failed`: thing and past participle, stable. */
  action: string;
  subject?: Readonly<{ kind: string; id: string }>;
  /** Whose event it is; who may read the audit of these marks sees it. Without it only `all` does. */
  marks?: Marks;
  outcome?: AuditOutcome;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}>;

export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { action, subject, marks = ["*"], outcome = "done", before, after, reason = null } = entry;
  await sql`insert into audit_event (action, subject_kind, subject_id, marks, outcome, before, after, reason)
    values (${action}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${marks}, ${outcome},
      ${asJson(before)}::jsonb, ${asJson(after)}::jsonb, ${reason})`.execute(tx);
}

/** Characters that JSON can write and PostgreSQL cannot keep: NUL, and halves of pairs. */
const NOT_KEPT = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gu;

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value).replaceAll(NOT_KEPT, "$1");
}
