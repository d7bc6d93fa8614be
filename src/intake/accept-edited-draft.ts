/** A person corrects a draft in the form and accepts it; the source stays the place it was read from. */
import { type Outcome, refuse } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import type { AgreementFacts } from "../registry/index.ts";
import { type AcceptChoice, type Accepted, type AcceptProblem, findDoubt, recordHeld } from "./accept-draft.ts";
import { holdForRecording } from "./decide-draft.ts";
import { sourceOfDraft } from "./facts-of-draft.ts";
import { writeOutcome } from "./write-outcome.ts";

export type EditedDraft = AcceptChoice & Readonly<{ facts: AgreementFacts }>;

export function acceptEditedDraft(
  database: Database,
  actor: Actor,
  edited: EditedDraft,
  options?: WorkOptions,
): Promise<Outcome<Accepted, AcceptProblem>> {
  return writeOutcome<Accepted, AcceptProblem>(
    database,
    actor,
    async (tx) => {
      const held = await holdForRecording(tx, edited, edited.facts);
      if (!held.ok) return held;
      const { draft, document } = held.value;
      const facts = { ...edited.facts, sources: [sourceOfDraft(draft.record, document)] };
      const doubt = await findDoubt(tx, draft, facts, edited);
      if (doubt !== null) return refuse(doubt);
      return recordHeld(tx, actor, held.value, facts, "accepted_edited");
    },
    options,
  );
}
