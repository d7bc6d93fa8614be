/**
 * Rolls a body's programmes forward into a fiscal year (年度更新): shown first, then all in one transaction, and undone
 * as long as nothing was entered.
 */
import { type Outcome, refuse } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { listOwnProgrammes } from "./own-programmes-query.ts";
import type { NothingRolled, RollNotUndone, SomeRefused } from "./problems.ts";
import { listRolledForward } from "./programme-history-store.ts";
import { findProgrammes } from "./programme-store.ts";
import type { YearEntry } from "./programme-year.ts";
import { entryOf, isSameEntry, type ProgrammeOwner, type RecordedProgramme, withEntry } from "./recorded-programme.ts";
import { type RollForwardProblem, rollForward } from "./roll-forward.ts";
import { saveChanges } from "./save-changes.ts";

export type RollTarget = Readonly<{ owner: ProgrammeOwner; fiscalYear: number }>;

export type RollPreview = Readonly<{
  /** Programmes that would get an entry. */
  ready: readonly Readonly<{ programme: RecordedProgramme; entry: YearEntry }>[];
  /** Programmes that stay as they are, and why. */
  left: readonly Readonly<{
    programme: RecordedProgramme;
    reason: RollBarrier;
  }>[];
}>;

export type RollBarrier = RollForwardProblem["code"] | "in_review" | "withdrawn";

/** Of a body's programmes that the actor may read; nothing is written. */
export async function previewRollForward(tx: Tx, { owner, fiscalYear }: RollTarget): Promise<RollPreview> {
  const programmes = await listOwnProgrammes(tx, owner);
  const rolled = programmes.map((programme) => ({ programme, roll: rollOf(programme, fiscalYear) }));
  return {
    ready: rolled.flatMap(({ programme, roll }) => ("entry" in roll ? [{ programme, entry: roll.entry }] : [])),
    left: rolled.flatMap(({ programme, roll }) => ("reason" in roll ? [{ programme, reason: roll.reason }] : [])),
  };
}

type Roll = Readonly<{ entry: YearEntry }> | Readonly<{ reason: RollBarrier }>;

function rollOf({ facts, publication, state }: RecordedProgramme, fiscalYear: number): Roll {
  if (publication === "withdrawn") return { reason: "withdrawn" };
  if (state === "in_review") return { reason: "in_review" };
  const outcome = rollForward(facts, fiscalYear);
  return outcome.ok ? { entry: outcome.value } : { reason: outcome.problem.code };
}

export type RollRequest = RollTarget &
  Readonly<{
    /** What the preview showed, with the versions it showed; a programme left out stays as it is. */
    programmes: readonly Readonly<{ id: string; expectedVersion: number }>[];
    reason: string | null;
  }>;

export async function rollForwardYear(
  tx: Tx,
  actor: Actor,
  { owner, fiscalYear, programmes, reason }: RollRequest,
): Promise<Outcome<readonly RecordedProgramme[], SomeRefused>> {
  const { ready } = await previewRollForward(tx, { owner, fiscalYear });
  const entries = new Map(ready.map(({ programme, entry }) => [programme.id, entry]));
  const changes = programmes.map(({ id, expectedVersion }) => ({
    id,
    expectedVersion,
    change: ({ facts }: RecordedProgramme) => {
      const entry = entries.get(id);
      return entry === undefined ? facts : withEntry(facts, entry, entry);
    },
  }));
  const known = ready.map(({ programme }) => programme);
  return saveChanges(tx, actor, changes, { action: "rolled_forward", reason, fiscalYear }, known);
}

/** Takes the entries away that the last roll-forward made, if each is still as it was made. */
export async function undoRollForward(
  tx: Tx,
  actor: Actor,
  { owner, fiscalYear, reason }: RollTarget & Readonly<{ reason: string | null }>,
): Promise<Outcome<readonly RecordedProgramme[], NothingRolled | RollNotUndone | SomeRefused>> {
  const rolled = await listRolledForward(tx, owner, fiscalYear);
  if (rolled.length === 0) return refuse({ code: "nothing_rolled_forward" });
  const made = new Map(rolled.map(({ id, facts }) => [id, facts]));
  const programmes = await findProgrammes(tx, [...made.keys()]);
  const used = programmes.filter(({ id, facts }) => {
    const own = (from: typeof facts | undefined) => from?.years.filter((entry) => entry.fiscalYear === fiscalYear);
    const [now, then] = [own(facts) ?? [], own(made.get(id)) ?? []];
    return now.length !== then.length || now.some((entry, at) => !isSameEntry(entry, then[at]));
  });
  if (used.length > 0) return refuse({ code: "roll_forward_in_use", ids: used.map(({ id }) => id) });
  const key = { fiscalYear, column: "plan" } as const;
  const changes = programmes
    .filter(({ facts }) => entryOf(facts, key) !== undefined)
    .map(({ id, version }) => ({
      ...{ id, expectedVersion: version },
      change: ({ facts }: RecordedProgramme) => withEntry(facts, key, null),
    }));
  return saveChanges(tx, actor, changes, { action: "roll_undone", reason, fiscalYear }, programmes);
}
