/** A programme as its page shows it: the working side for those who work on it, else what everybody reads. */
import type { Actor, Tx } from "../../../platform/index.ts";
import { type LinkedAgreement, linkedAgreements } from "../../../registry/index.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { actsOnProgramme, type ProgrammeAct } from "../../programme-acts.ts";
import { findProgramme, findPublishedProgramme } from "../../programme-store.ts";
import type { ProgrammeIdentity, RecordedProgramme } from "../../recorded-programme.ts";

export type ShownProgramme = ProgrammeIdentity &
  Readonly<{
    facts: ProgrammeFacts;
    version: number;
    /** Null for readers of what is published only. */
    recorded: RecordedProgramme | null;
    acts: readonly ProgrammeAct[];
    /** The linked agreements the reader may read, by the ids in the facts. */
    agreements: ReadonlyMap<string, LinkedAgreement>;
  }>;

export async function readShownProgramme(tx: Tx, actor: Actor, id: string): Promise<ShownProgramme | undefined> {
  // The public has no way at all to ask for what is being prepared.
  const recorded = actor.kind === "public" ? undefined : await findProgramme(tx, id);
  const shown = recorded ?? (await findPublishedProgramme(tx, id));
  if (shown === undefined) return undefined;
  return {
    ...shown,
    recorded: recorded ?? null,
    acts: recorded === undefined ? [] : await actsOnProgramme(tx, actor, recorded),
    agreements: await linkedAgreements(tx, shown.facts.agreementIds),
  };
}
