/**
 * A person decides that a draft speaks of an agreement the registry already has. The agreement gets the draft's
 * fields as further listings (再掲) where they are missing, and the source. Facts that differ stay as recorded,
 * except those the person chose to take over after seeing both.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import {
  type AgreementFacts,
  differingFacts,
  type EditProblem,
  editAgreement,
  type FactName,
  factsOf,
  findAgreement,
  type ProposeProblem,
  proposeChange,
  type RecordedAgreement,
} from "../registry/index.ts";
import { type DraftChoice, type HeldDraft, holdForRecording, type RecordingProblem } from "./decide-draft.ts";
import { decideDraft } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { statedFacts } from "./facts-of-draft.ts";
import { findPersonalConfirmation } from "./finding-store.ts";
import type { ImportDraft, ImportedDocument } from "./imported-document.ts";
import type { LinkStale } from "./problems.ts";
import { writeOutcome } from "./write-outcome.ts";

export type DraftLink = DraftChoice &
  Readonly<{
    agreementId: string;
    /** Version of the agreement whose differences the person looked at. */
    agreementVersion: number;
    /** Facts to take over from the draft, or all that the record leaves empty; the others stay as recorded. */
    take?: readonly FactName[] | "empty";
    reason?: string | null;
  }>;

export type LinkProblem = RecordingProblem | EditProblem | ProposeProblem | LinkStale;

/** What the draft and a record say differently; the listings and the source are joined, so they never differ. */
export function factsThatDiffer(
  record: AgreementFacts,
  draft: ImportDraft,
  document: ImportedDocument,
): readonly FactName[] {
  const facts = statedFacts(draft, document);
  return differingFacts(record, facts).filter((name) => name !== "listings" && name !== "sources");
}

export function linkDraft(
  database: Database,
  actor: Actor,
  link: DraftLink,
  options?: WorkOptions,
): Promise<Outcome<Readonly<{ agreementId: string }>, LinkProblem>> {
  return writeOutcome(database, actor, (tx) => linkInTransaction(tx, actor, link), options);
}

export async function linkInTransaction(
  tx: Tx,
  actor: Actor,
  link: DraftLink,
): Promise<Outcome<Readonly<{ agreementId: string }>, LinkProblem>> {
  const held = await holdForRecording(tx, link);
  if (!held.ok) return held;
  const { draft, document } = held.value;
  const saved = await findAgreement(tx, link.agreementId);
  if (saved === undefined) return refuse({ code: "agreement_not_found", id: link.agreementId });
  if (saved.version !== link.agreementVersion) {
    return refuse({ code: "link_stale", saved, differing: factsThatDiffer(saved, draft, document) });
  }
  const factsBefore = factsOf(saved);
  const facts = joinFacts(factsBefore, held.value, link.take ?? []);
  const reason = link.reason ?? null;
  const changed = await changeOrPropose(tx, actor, saved, { facts, reason, draft });
  if (!changed.ok) return changed;
  const agreementId = saved.id;
  const standing = saved.publication;
  await decideDraft(tx, draft, { state: "linked", agreementId, facts: changed.value, factsBefore, standing, reason });
  const { documentId, position } = draft;
  await appendEvent(tx, { documentId, draftPosition: position, action: "linked", agreementId, reason });
  return succeed({ agreementId });
}

function joinFacts(
  before: AgreementFacts,
  { draft, document }: HeldDraft,
  asked: readonly FactName[] | "empty",
): AgreementFacts {
  const stated = statedFacts(draft, document);
  const take = asked === "empty" ? differingFacts(before, stated).filter((name) => isEmpty(before[name])) : asked;
  const taken = Object.fromEntries(take.map((name) => [name, stated[name]]));
  return {
    ...before,
    ...taken,
    listings: [...new Set([...before.listings, ...stated.listings])],
    sources: [...before.sources, ...stated.sources],
  };
}

function isEmpty(value: AgreementFacts[FactName]): boolean {
  return value === null || value.length === 0;
}

type Change = Readonly<{ facts: AgreementFacts; reason: string | null; draft: ImportDraft }>;

/** Where another person approves what becomes public, the link waits as a proposed change of the record. */
async function changeOrPropose(
  tx: Tx,
  actor: Actor,
  { id, version: expectedVersion }: RecordedAgreement,
  { facts, reason, draft }: Change,
): Promise<Outcome<AgreementFacts, EditProblem | ProposeProblem>> {
  const confirmation = await findPersonalConfirmation(tx, draft);
  const edited = await editAgreement(tx, actor, { id, expectedVersion, facts, reason, confirmation });
  if (edited.ok) return succeed(factsOf(edited.value));
  if (edited.problem.code !== "approval_needed") return edited;
  const proposed = await proposeChange(tx, actor, { id, expectedVersion, facts, reason, message: null });
  return proposed.ok ? succeed(facts) : proposed;
}
