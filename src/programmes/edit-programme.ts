/** Saves the changed facts of a programme, if nobody saved it since the caller read it. */
import type { Outcome } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import type { ProgrammeProblem } from "./problems.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { RecordedProgramme } from "./recorded-programme.ts";
import { onlyOne, saveChanges } from "./save-changes.ts";

export type ChangedProgramme = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  /** All of them, the years too. */
  facts: ProgrammeFacts;
  reason: string | null;
  confirmation?: string | null | undefined;
}>;

/** Saving without a difference makes no new version. */
export async function editProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, facts, reason, confirmation }: ChangedProgramme,
): Promise<Outcome<RecordedProgramme, ProgrammeProblem>> {
  const act = { action: "edited", reason, confirmation } as const;
  return onlyOne(await saveChanges(tx, actor, [{ id, expectedVersion, change: () => facts }], act));
}
