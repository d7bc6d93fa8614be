/** Takes an agreement's draft back to what was read: what a person typed at an earlier acceptance is dropped. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, WorkOptions } from "../platform/index.ts";
import { type DraftChoice, type HoldProblem, holdDraft } from "./decide-draft.ts";
import { dropEdited } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { writeOutcome } from "./write-outcome.ts";

export function restoreReading(
  database: Database,
  actor: Actor,
  choice: DraftChoice,
  options?: WorkOptions,
): Promise<Outcome<null, HoldProblem>> {
  return writeOutcome<null, HoldProblem>(
    database,
    actor,
    async (tx) => {
      const held = await holdDraft(tx, choice);
      if (!held.ok) return held;
      const { draft } = held.value;
      if (draft.state !== "pending") return refuse({ code: "draft_changed", draft, mine: null });
      if (draft.edited === null) return succeed(null);
      await dropEdited(tx, draft);
      const { documentId, position: draftPosition } = draft;
      await appendEvent(tx, { documentId, draftPosition, action: "correction_undone" });
      return succeed(null);
    },
    options,
  );
}
