/**
 * Puts back what an earlier version of a programme said (この版に戻す): all of it, or the parts a person chooses. It is a
 * new change with a reason, never a rewriting: the versions between stay in the history.
 */
import { isDeepStrictEqual } from "node:util";
import { type Outcome, refuse } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { refuseRequiredReason } from "../registry/index.ts";
import type { ProgrammeProblem } from "./problems.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { programmeAsOf } from "./programme-as-of.ts";
import {
  differingProgrammeFacts,
  entryOf,
  type ProgrammeFactName,
  type RecordedProgramme,
  withEntry,
  type YearKey,
} from "./recorded-programme.ts";
import { onlyOne, saveChanges } from "./save-changes.ts";

/** A part in which two versions differ. */
export type RestorePart = Readonly<{ id: string }> &
  (
    | Readonly<{ kind: "fact"; name: ProgrammeFactName }>
    | Readonly<{ kind: "year"; year: YearKey; becomes: "there_again" | "gone" | "as_then" }>
  );

/** Facts in the order of the form, then years from the oldest. */
export function restoreParts(now: ProgrammeFacts, then: ProgrammeFacts): readonly RestorePart[] {
  const facts = differingProgrammeFacts(now, then).filter((name) => name !== "years");
  const years = [...new Map([...now.years, ...then.years].map((entry) => [idOfYear(entry), entry])).values()];
  return [
    ...facts.map((name) => ({ id: name, kind: "fact", name }) as const),
    ...years
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
      .flatMap(({ fiscalYear, column }): readonly RestorePart[] => {
        const year = { fiscalYear, column };
        const [present, past] = [entryOf(now, year), entryOf(then, year)];
        if (isDeepStrictEqual(present, past)) return [];
        const becomes = past === undefined ? "gone" : present === undefined ? "there_again" : "as_then";
        return [{ id: idOfYear(year), kind: "year", year, becomes }];
      }),
  ];
}

function idOfYear({ fiscalYear, column }: YearKey): string {
  return `${fiscalYear}.${column}`;
}

/** @param chosen ids of the parts that go back; the others stay as they are now. */
export function withRestored(now: ProgrammeFacts, then: ProgrammeFacts, chosen: ReadonlySet<string>): ProgrammeFacts {
  const parts = restoreParts(now, then).filter(({ id }) => chosen.has(id));
  const facts = parts.flatMap((part) => (part.kind === "fact" ? [[part.name, then[part.name]] as const] : []));
  return parts
    .flatMap((part) => (part.kind === "year" ? [part.year] : []))
    .reduce<ProgrammeFacts>((known, year) => withEntry(known, year, entryOf(then, year) ?? null), {
      ...now,
      ...Object.fromEntries(facts),
    });
}

export type Restoration = Readonly<{
  id: string;
  /** The version the caller read. */
  expectedVersion: number;
  /** The version that is put back. */
  version: number;
  chosen: ReadonlySet<string>;
  reason: string;
  confirmation?: string | null | undefined;
}>;

export async function restoreProgramme(
  tx: Tx,
  actor: Actor,
  { id, expectedVersion, version, chosen, reason, confirmation }: Restoration,
): Promise<Outcome<RecordedProgramme, ProgrammeProblem>> {
  const then = await programmeAsOf(tx, id, { version });
  if (!then.ok) return then;
  const badReason = refuseRequiredReason(reason);
  if (badReason !== undefined) return refuse(badReason);
  if (chosen.size === 0) return refuse({ code: "nothing_to_restore" });
  const change = ({ facts }: RecordedProgramme) => withRestored(facts, then.value.facts, chosen);
  const act = { action: "restored", reason, confirmation, restoredVersion: version } as const;
  return onlyOne(await saveChanges(tx, actor, [{ id, expectedVersion, change }], act));
}
