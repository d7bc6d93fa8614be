/**
 * A named person settles findings that say the same thing with one reason. Each is settled by itself, with its event,
 * so each can be opened again; one that somebody settled in the meantime keeps that reason.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import { checkReason } from "./decide-draft.ts";
import { appendEvent } from "./event-store.ts";
import { lockFindings, markSettled } from "./finding-store.ts";
import type { FindingNotFound, FindingsDiffer, IntakeReasonMissing, PersonalMailbox } from "./problems.ts";
import { sameFindingKey } from "./same-finding.ts";
import { writeOutcome } from "./write-outcome.ts";

export type FindingsToSettle = Readonly<{ documentId: string; numbers: readonly number[]; reason: string }>;
export type SettleTogetherProblem = FindingNotFound | FindingsDiffer | IntakeReasonMissing | PersonalMailbox;

export async function settleTogether(
  database: Database,
  actor: Actor,
  { documentId, numbers, reason: given }: FindingsToSettle,
  options?: WorkOptions,
): Promise<Outcome<Readonly<{ settled: number }>, SettleTogetherProblem>> {
  const reason = checkReason(given);
  if (!reason.ok) return reason;
  return writeOutcome<Readonly<{ settled: number }>, SettleTogetherProblem>(
    database,
    actor,
    async (tx) => {
      const asked = new Set(numbers);
      const findings = await lockFindings(tx, documentId, [...asked]);
      if (findings.length === 0 || findings.length < asked.size) return refuse({ code: "finding_not_found" });
      const keys = new Set(findings.map(sameFindingKey));
      if (keys.size > 1 || keys.has(undefined)) return refuse({ code: "findings_differ" });
      const open = findings.filter(({ settledAt }) => settledAt === null);
      for (const { number, draftPosition } of open) {
        await markSettled(tx, documentId, number, reason.value);
        const event = { documentId, draftPosition, findingNumber: number, reason: reason.value };
        await appendEvent(tx, { ...event, action: "settled" });
      }
      return succeed({ settled: open.length });
    },
    options,
  );
}
