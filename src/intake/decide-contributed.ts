/** Accepting and linking a draft of another slice's record: held, checked and remembered here, recorded there. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { type ContributedDrafts, type ContributedRefused, contributionFor } from "./contributed-drafts.ts";
import { type DraftChoice, holdUndecided, type RecordingProblem } from "./decide-draft.ts";
import { isContributed } from "./draft-record.ts";
import { decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { findPersonalConfirmation } from "./finding-store.ts";
import type { OwnerMissing } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type ContributedProblem = RecordingProblem | ContributedRefused | OwnerMissing;
export type AcceptedRecord = Readonly<{ recordId: string }>;

export type ContributedChoice = DraftChoice &
  Readonly<{
    /** Empty: the body the actor works for. */
    owner: string;
    isAnother?: boolean;
  }>;

export function acceptContributed(
  database: Database,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: ContributedChoice,
  options?: WorkOptions,
): Promise<Outcome<AcceptedRecord, ContributedProblem>> {
  return writeOutcome<AcceptedRecord, ContributedProblem>(
    database,
    actor,
    async (tx) => {
      const held = await hold(tx, actor, contributed, choice);
      if (!held.ok) return held;
      const { contribution, draft, ...own } = held.value;
      const isAnother = choice.isAnother === true;
      const done = await contribution.accept(tx, actor, { ...own, isAnother });
      if (!done.ok) return done;
      const { recordId, facts } = done.value;
      await decideDraft(tx, draft, { state: "accepted", recordId, facts });
      await appendEvent(tx, {
        ...{ documentId: draft.documentId, draftPosition: draft.position, action: "accepted" },
        recordId,
      });
      return succeed({ recordId });
    },
    options,
  );
}

export type ContributedLinkChoice = ContributedChoice &
  Readonly<{ recordId: string; recordVersion: number; take: readonly string[] }>;

export function linkContributed(
  database: Database,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: ContributedLinkChoice,
  options?: WorkOptions,
): Promise<Outcome<AcceptedRecord, ContributedProblem>> {
  return writeOutcome<AcceptedRecord, ContributedProblem>(
    database,
    actor,
    async (tx) => {
      const held = await hold(tx, actor, contributed, choice);
      if (!held.ok) return held;
      const { contribution, draft, ...own } = held.value;
      const { recordId, recordVersion: version, take } = choice;
      const done = await contribution.link(tx, actor, { ...own, recordId, version, take });
      if (!done.ok) return done;
      const { facts, factsBefore } = done.value;
      await decideDraft(tx, draft, { state: "linked", recordId, facts, factsBefore, reason: null });
      const { documentId, position } = draft;
      await appendEvent(tx, { documentId, draftPosition: position, action: "linked", recordId });
      return succeed({ recordId });
    },
    options,
  );
}

async function hold(tx: Tx, actor: Actor, contributed: readonly ContributedDrafts[], choice: ContributedChoice) {
  const held = await holdUndecided(tx, choice);
  if (!held.ok) return held;
  const { document, draft } = held.value;
  const { record } = draft;
  const contribution = contributionFor(contributed, record);
  if (contribution === undefined || !isContributed(record)) return refuse({ code: "draft_not_found" } as const);
  const owner = choice.owner === "" ? contribution.ownerFor(actor) : choice.owner;
  if (owner === null) return refuse({ code: "owner_missing" } as const);
  const confirmation = await findPersonalConfirmation(tx, draft);
  return succeed({ contribution, document, draft, record, owner, confirmation });
}
