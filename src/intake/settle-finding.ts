/** A named person settles a finding with a reason; nothing else closes one. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import { checkReason } from "./decide-draft.ts";
import { appendEvent } from "./event-store.ts";
import { lockFinding, markSettled } from "./finding-store.ts";
import type { FindingNotFound, IntakeReasonMissing, PersonalMailbox } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type FindingChoice = Readonly<{ documentId: string; number: number }>;
/** Null when the finding stands for the document as a whole. */
export type SettledFinding = Readonly<{ draftPosition: number | null }>;
export type SettleProblem = FindingNotFound | IntakeReasonMissing | PersonalMailbox;

export async function settleFinding(
  database: Database,
  actor: Actor,
  settled: FindingChoice & Readonly<{ reason: string }>,
  options?: WorkOptions,
): Promise<Outcome<SettledFinding, SettleProblem>> {
  const reason = checkReason(settled.reason);
  return reason.ok ? mark(database, actor, settled, reason.value, options) : reason;
}

export function unsettleFinding(
  database: Database,
  actor: Actor,
  choice: FindingChoice,
  options?: WorkOptions,
): Promise<Outcome<SettledFinding, FindingNotFound>> {
  return mark(database, actor, choice, null, options);
}

function mark(
  database: Database,
  actor: Actor,
  { documentId, number }: FindingChoice,
  reason: string | null,
  options?: WorkOptions,
): Promise<Outcome<SettledFinding, FindingNotFound>> {
  return writeOutcome<SettledFinding, FindingNotFound>(
    database,
    actor,
    async (tx) => {
      const finding = await lockFinding(tx, documentId, number);
      if (finding === undefined) return refuse({ code: "finding_not_found" });
      await markSettled(tx, documentId, number, reason);
      await appendEvent(tx, {
        documentId,
        draftPosition: finding.draftPosition,
        findingNumber: number,
        action: reason === null ? "unsettled" : "settled",
        reason: reason ?? finding.reason,
      });
      return succeed({ draftPosition: finding.draftPosition });
    },
    options,
  );
}
