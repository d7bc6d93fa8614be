/**
 * The turns of a recurring programme that are to come, seen from a fiscal year (見込み).
 *
 * A turn whose year has passed without anything on record is neither held nor dropped: it is said to be missing, and the
 * turn after it is an estimate that holds only if the missing one took place.
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { type NextTurn, nextTurn } from "./recurrence.ts";

export type ExpectedTurn = Readonly<{
  next: NextTurn;
  /** The year has passed and nothing is on record for it. */
  isOverdue: boolean;
  /** Years without a record that the estimate takes for held. */
  ifHeld: readonly FiscalYear[];
}>;

/** The next turn by the record; where its year has passed, the one to come as well. Empty where none can be told. */
export function expectedTurns(
  facts: Pick<ProgrammeFacts, "recurrence" | "years" | "partners">,
  thisYear: FiscalYear,
): readonly ExpectedTurn[] {
  const next = nextTurn(facts);
  if (next.kind === "unknown") return [];
  if (next.fiscalYear >= thisYear) return [{ next, isOverdue: false, ifHeld: [] }];
  const recorded = new Set(facts.years.map(({ fiscalYear }) => fiscalYear));
  const overdue = recorded.has(next.fiscalYear) ? [] : [{ next, isOverdue: true, ifHeld: [] }];
  const coming = nextTurn(facts, thisYear - 1);
  if (coming.kind === "unknown") return overdue;
  const every = facts.recurrence?.everyYears ?? 1;
  const passed = Array.from({ length: (coming.fiscalYear - next.fiscalYear) / every }, (_, at) => {
    return next.fiscalYear + at * every;
  });
  const ifHeld = passed.filter((year) => !recorded.has(year));
  return [...overdue, { next: coming, isOverdue: false, ifHeld }];
}
