/** Gives a body's programmes the numbers of their report, from 1 in the order handed in: all in one transaction, or none. */
import type { Outcome } from "../kernel/outcome.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { listOwnProgrammes } from "./own-programmes-query.ts";
import type { SomeRefused } from "./problems.ts";
import type { ProgrammeOwner, RecordedProgramme } from "./recorded-programme.ts";
import { saveChanges } from "./save-changes.ts";

/** In the order of the report; those withdrawn from the public stand in none. */
export async function listReportOrder(tx: Tx, owner: ProgrammeOwner): Promise<readonly RecordedProgramme[]> {
  return (await listOwnProgrammes(tx, owner)).filter(({ publication }) => publication !== "withdrawn");
}

export type NumberedProgramme = Readonly<{ id: string; expectedVersion: number; number: number }>;

/** @returns those whose number is another now. */
export async function numberProgrammes(
  tx: Tx,
  actor: Actor,
  programmes: readonly NumberedProgramme[],
  why: Readonly<{ reason: string | null; confirmation: string | null }>,
): Promise<Outcome<readonly RecordedProgramme[], SomeRefused>> {
  const changes = programmes.map(({ id, expectedVersion, number }) => ({
    ...{ id, expectedVersion, change: ({ facts }: RecordedProgramme) => ({ ...facts, number }) },
  }));
  return saveChanges(tx, actor, changes, { action: "edited", ...why });
}
