/**
 * Enters plans and results (計画・実績の入力): one entry of one programme, or a thousand pasted from a spreadsheet, all
 * in one transaction, all or none. An entry replaces the one of the same fiscal year and column.
 */
import type { Outcome } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import type { ProgrammeProblem, SomeRefused } from "./problems.ts";
import type { YearEntry } from "./programme-year.ts";
import { type RecordedProgramme, withEntry, type YearKey } from "./recorded-programme.ts";
import { type ChangeToSave, onlyOne, saveChanges } from "./save-changes.ts";

export type EnteredYear = Readonly<{
  id: string;
  /** The version of the programme the caller read; the same for all entries of one programme. */
  expectedVersion: number;
}> &
  (Readonly<{ entry: YearEntry }> | Readonly<{ removed: YearKey }>);

export type YearReason = Readonly<{ reason: string | null; confirmation?: string | null | undefined }>;

export async function enterYear(
  tx: Tx,
  actor: Actor,
  entered: EnteredYear,
  why: YearReason,
): Promise<Outcome<RecordedProgramme, ProgrammeProblem>> {
  return onlyOne(await saveChanges(tx, actor, [changeOf([entered])], { action: "years_entered", ...why }));
}

/**
 * @param known programmes read before in this transaction, so that many are not read twice.
 * @returns the programmes, in the order of their numbers. A refusal counts `index` over the programmes' first entries.
 */
export async function enterYears(
  tx: Tx,
  actor: Actor,
  entered: readonly EnteredYear[],
  why: YearReason,
  known: readonly RecordedProgramme[] = [],
): Promise<Outcome<readonly RecordedProgramme[], SomeRefused>> {
  const changes = [...Map.groupBy(entered, ({ id }) => id).values()].map(changeOf);
  const outcome = await saveChanges(tx, actor, changes, { action: "years_entered", ...why }, known);
  if (outcome.ok) return outcome;
  const refused = outcome.problem.refused.map((one) => ({
    ...one,
    index: entered.findIndex(({ id }) => id === one.id),
  }));
  return { ok: false, problem: { code: "some_refused", refused } };
}

/** The lowest version the caller read of it counts: whoever read twice has to have read the same. */
function changeOf(entered: readonly EnteredYear[]): ChangeToSave {
  const id = entered[0]?.id ?? "";
  return {
    id,
    expectedVersion: Math.min(...entered.map(({ expectedVersion }) => expectedVersion)),
    change: ({ facts }) =>
      entered.reduce(
        (known, one) => ("entry" in one ? withEntry(known, one.entry, one.entry) : withEntry(known, one.removed, null)),
        facts,
      ),
  };
}
