/** One event of the audit as its pages read it. */
import { dayInJapan } from "../../kernel/calendar.ts";
import type { AuditOutcome } from "../../platform/index.ts";

export type AuditEvent = Readonly<{
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** An account's id, an operator's name, or `public`. */
  actor: string;
  bodyId: string | null;
  bodyName: string | null;
  requestId: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  outcome: AuditOutcome;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  reason: string | null;
}>;

/** Day in Japan on which it happened, ISO. */
export function dayOf({ at }: Pick<AuditEvent, "at">): string {
  return dayInJapan(new Date(at));
}
