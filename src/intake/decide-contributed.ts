/** Accepting and linking a draft of another slice's record: held, checked and remembered here, recorded there. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { type ContributedDrafts, type ContributedRefused, contributionFor } from "./contributed-drafts.ts";
import { type DraftChoice, holdUndecided, type RecordingProblem } from "./decide-draft.ts";
import { type ContributedRecord, isContributed } from "./draft-record.ts";
import { type Decision, decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { findPersonalConfirmation } from "./finding-store.ts";
import type { OwnerDiffers, OwnerMissing } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type ContributedProblem = RecordingProblem | ContributedRefused | OwnerMissing | OwnerDiffers;
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
  const isAnother = choice.isAnother === true;
  return writeOutcome(
    database,
    actor,
    (tx) =>
      decideIn(tx, actor, contributed, choice, async ({ contribution, draft, ...own }) => {
        const [done] = await contribution.acceptAll(tx, actor, [{ ...own, isAnother, isUnseen: false }]);
        if (done === undefined) throw new Error("every draft has its outcome");
        return done.ok ? succeed({ state: "accepted", ...done.value }) : done;
      }),
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
  return writeOutcome(database, actor, (tx) => linkContributedIn(tx, actor, contributed, choice), options);
}

/** What is refused has written nothing. */
export function linkContributedIn(
  tx: Tx,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: ContributedLinkChoice,
): Promise<Outcome<AcceptedRecord, ContributedProblem>> {
  const { recordId, recordVersion: version, take } = choice;
  return decideIn(tx, actor, contributed, choice, async ({ contribution, draft, ...own }) => {
    const done = await contribution.link(tx, actor, { ...own, recordId, version, take });
    return done.ok ? succeed({ state: "linked", ...done.value, recordId, reason: null }) : done;
  });
}

type Held = Extract<Awaited<ReturnType<typeof hold>>, { ok: true }>["value"];
type Decided = Extract<Decision, { recordId: string }>;

/** The draft is held, its slice records, and what was decided is remembered and told. */
async function decideIn(
  tx: Tx,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: ContributedChoice,
  record: (held: Held) => Promise<Outcome<Decided, ContributedProblem>>,
): Promise<Outcome<AcceptedRecord, ContributedProblem>> {
  const held = await hold(tx, actor, contributed, choice);
  if (!held.ok) return held;
  const done = await record(held.value);
  if (!done.ok) return done;
  const { documentId, position: draftPosition } = held.value.draft;
  const { state: action, recordId } = done.value;
  await decideDraft(tx, held.value.draft, done.value);
  await appendEvent(tx, { documentId, draftPosition, action, recordId });
  return succeed({ recordId });
}

async function hold(tx: Tx, actor: Actor, contributed: readonly ContributedDrafts[], choice: ContributedChoice) {
  const held = await holdUndecided(tx, choice);
  if (!held.ok) return held;
  const { document, draft } = held.value;
  const { record } = draft;
  const contribution = contributionFor(contributed, record);
  if (contribution === undefined || !isContributed(record)) return refuse({ code: "draft_not_found" } as const);
  const owner = ownerOf(contribution, actor, record, choice.owner);
  if (!owner.ok) return owner;
  const confirmation = await findPersonalConfirmation(tx, draft);
  return succeed({ contribution, document, draft, record, owner: owner.value, confirmation });
}

/** @param asked empty: the body the person works for, unless the document seems to be of another. */
export function ownerOf(
  contribution: ContributedDrafts,
  actor: Actor,
  { statedOwner }: ContributedRecord,
  asked: string,
): Outcome<string, OwnerMissing | OwnerDiffers> {
  if (asked !== "") return succeed(asked);
  const own = contribution.ownerFor(actor);
  if (own === null) return refuse({ code: "owner_missing" });
  if (statedOwner === undefined || statedOwner.owner === own) return succeed(own);
  return refuse({ code: "owner_differs", name: statedOwner.name });
}
