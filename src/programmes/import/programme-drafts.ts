/**
 * Programmes of a report as drafts (下書き) for review: what intake shows of them, what they may be already, and how a
 * person's decision becomes a record. The next year's report brings a new column to the same programmes: joining adds
 * the years that are not recorded, and what differs is taken over only where the person says so.
 */

import type {
  ContributedAcceptance,
  ContributedCandidate,
  ContributedDone,
  ContributedDraft,
  ContributedDrafts,
  ContributedLink,
  ContributedRefused,
  ContributedUndo,
} from "../../intake/index.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermitted, type Language, type Tx } from "../../platform/index.ts";
import { governmentText } from "../../registry/index.ts";
import { editProgramme } from "../edit-programme.ts";
import { listOwnProgrammes } from "../own-programmes-query.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { programmeAddress } from "../programme-address.ts";
import { withdrawProgramme } from "../programme-publication.ts";
import { programmeFactsSchema } from "../programme-schema.ts";
import { findProgramme } from "../programme-store.ts";
import { recordProgramme } from "../record-programme.ts";
import { differingProgrammeFacts, marksOfOwner, type RecordedProgramme } from "../recorded-programme.ts";
import { programmeReportLayout } from "../report-layout/programme-report.ts";
import { onlyOne, saveChanges } from "../save-changes.ts";
import { checkDraft, keyOfFinding } from "./check-draft.ts";
import { newPartsOf, openPart, partsOf } from "./correct-draft.tsx";
import { differencesOfDrafts, restoreFact } from "./draft-parts.ts";
import { findingWords } from "./finding-words.ts";
import { compareDraft, joinDraft } from "./join-draft.ts";
import { type Comparison, compareTraits, isWorthShowing, type Traits, traitsOf } from "./likeness.ts";
import { correctionWords as en } from "./messages.en.ts";
import { correctionWords as ja } from "./messages.ja.ts";
import { headingOf, readReport } from "./read-report.ts";
import { changedSince, refusalOf, sameExists } from "./refusals.ts";
import { describeEntry, factLabel, showFacts } from "./show-draft.ts";

export const PROGRAMME_DRAFT = "contributed-programme";

export const programmeDrafts: ContributedDrafts = {
  kind: PROGRAMME_DRAFT,
  noun: { ja: "事業", en: "programme" },
  layout: {
    name: programmeReportLayout.name,
    recognise: programmeReportLayout.recognise,
    read: (source) => readReport(source, PROGRAMME_DRAFT),
  },
  findings: findingWords,
  correction: {
    parts: (facts, lang) => partsOf(factsIn(facts), lang),
    newParts: (facts, lang) => newPartsOf(factsIn(facts), lang),
    open: (opened) => openPart(factsIn(opened.facts), opened),
    headingOf: (facts) => headingOf(factsIn(facts)),
    differences: (asRead, corrected, lang) => differencesOfDrafts(factsIn(asRead), factsIn(corrected), lang),
    restore: (asRead, corrected, name) => restoreFact(factsIn(asRead), factsIn(corrected), name),
    check: (facts) => checkDraft(factsIn(facts)),
    keyOf: keyOfFinding,
  },
  addressOf: programmeAddress,
  show: (facts, lang) => showFacts(factsIn(facts), lang),
  ownerFor,
  nameOfOwner,
  mayRecordFor: (actor, owner) => isPermitted(actor, "programme.edit", marksOfOwner(owner)),
  findCandidates,
  acceptAll,
  link,
  undo,
};

/** A programme belongs to the body the person works for; the machine and operators have to say whose it is. */
function ownerFor(actor: Actor): string | null {
  return actor.kind === "member" ? (actor.body.governmentCode ?? actor.body.id) : null;
}

function nameOfOwner(owner: string, actor: Actor): string {
  if (actor.kind === "member" && ownerFor(actor) === owner && actor.body.governmentCode === null)
    return actor.body.name;
  return /^[0-9]{5}$/u.test(owner) ? governmentText(owner) : owner;
}

/** What intake stored came from this slice and is read through its schema. */
function factsIn(stored: unknown): ProgrammeFacts {
  return programmeFactsSchema.parse(stored);
}

const SHOWN = 5;

/** The programmes of each owner are read once, however many drafts there are. */
async function findCandidates(
  tx: Tx,
  drafts: readonly ContributedDraft[],
  lang: Language,
): Promise<readonly (readonly ContributedCandidate[])[]> {
  const known = new Map<string, readonly Compared[]>();
  const found: (readonly ContributedCandidate[])[] = [];
  for (const { record, owner } of drafts) {
    const own = known.get(owner) ?? (await listCompared(tx, owner));
    known.set(owner, own);
    found.push(candidatesAmong(own, factsIn(record.facts), lang));
  }
  return found;
}

type Compared = Readonly<{ programme: RecordedProgramme; traits: Traits }>;

async function listCompared(tx: Tx, owner: string): Promise<readonly Compared[]> {
  const own = (await listOwnProgrammes(tx, owner)).filter(isStanding);
  return own.map((programme) => ({ programme, traits: traitsOf(programme.facts) }));
}

function candidatesAmong(
  own: readonly Compared[],
  facts: ProgrammeFacts,
  lang: Language,
): readonly ContributedCandidate[] {
  const traits = traitsOf(facts);
  const { likeness } = lang === "ja" ? ja : en;
  return own
    .map(({ programme, traits: recorded }) => ({ programme, comparison: compareTraits(recorded, traits) }))
    .filter(({ comparison }) => comparison.looksSame || isWorthShowing(comparison))
    .toSorted((a, b) => b.comparison.score - a.comparison.score)
    .slice(0, SHOWN)
    .map(({ programme: { id, version, facts: recorded }, comparison: { looksSame, reasons } }) => {
      const { adds, fills, differing } = compareDraft(recorded, facts, lang);
      return {
        ...{ recordId: id, version, title: recorded.title, looksSame, differing },
        keyFactsAgree: reasons.includes("same_title") && reasons.includes("same_start"),
        reasons: reasons.map((reason) => likeness[reason]),
        adds: [...fills.map((name) => factLabel(name, lang)), ...adds.map((entry) => describeEntry(entry, lang))],
      };
    });
}

type Accepted = Outcome<ContributedDone, ContributedRefused>;

type Known = Readonly<{ id: string; traits: Traits }>;

/** What is accepted joins what the next ones are compared with. */
async function acceptAll(
  tx: Tx,
  actor: Actor,
  acceptances: readonly ContributedAcceptance[],
): Promise<readonly Accepted[]> {
  const known = new Map<string, Known[]>();
  const outcomes: Accepted[] = [];
  for (const { record, owner, isAnother, isUnseen, confirmation } of acceptances) {
    const own = known.get(owner) ?? (await listKnown(tx, owner));
    known.set(owner, own);
    const facts = factsIn(record.facts);
    const traits = traitsOf(facts);
    const same = isAnother ? undefined : own.find((one) => isTheSame(compareTraits(one.traits, traits), isUnseen));
    if (same !== undefined) {
      outcomes.push(refuse(sameExists(same.id)));
      continue;
    }
    const recorded = await recordProgramme(tx, actor, { owner, facts, reason: null, confirmation });
    if (recorded.ok) own.push({ id: recorded.value.id, traits });
    outcomes.push(recorded.ok ? succeed(doneWith(recorded.value)) : refuse(refusalOf(recorded.problem)));
  }
  return outcomes;
}

async function listKnown(tx: Tx, owner: string): Promise<Known[]> {
  return (await listCompared(tx, owner)).map(({ programme: { id }, traits }) => ({ id, traits }));
}

function isTheSame(comparison: Comparison, isUnseen: boolean): boolean {
  return comparison.looksSame || (isUnseen && isWorthShowing(comparison));
}

function isStanding({ publication }: Pick<RecordedProgramme, "publication">): boolean {
  return publication !== "withdrawn";
}

async function link(
  tx: Tx,
  actor: Actor,
  { record, recordId, version, take, confirmation }: ContributedLink,
): Promise<Outcome<ContributedDone & Readonly<{ factsBefore: unknown }>, ContributedRefused>> {
  const before = await findProgramme(tx, recordId);
  if (before === undefined) return refuse(refusalOf({ code: "programme_not_found", id: recordId }));
  const change = (saved: RecordedProgramme) => joinDraft(saved.facts, factsIn(record.facts), take);
  const act = { action: "report_joined", reason: null, confirmation } as const;
  const joined = onlyOne(await saveChanges(tx, actor, [{ id: recordId, expectedVersion: version, change }], act));
  if (!joined.ok) return refuse(refusalOf(joined.problem));
  return succeed({ ...doneWith(joined.value), factsBefore: before.facts });
}

async function undo(
  tx: Tx,
  actor: Actor,
  { recordId, facts, standing, factsBefore, reason }: ContributedUndo,
): Promise<Outcome<null, ContributedRefused>> {
  const saved = await findProgramme(tx, recordId);
  if (saved === undefined) return refuse(refusalOf({ code: "programme_not_found", id: recordId }));
  const target = { id: recordId, expectedVersion: saved.version, reason };
  const isAsLeft = standing === null || standing === standingOf(saved);
  if (!isAsLeft || differingProgrammeFacts(saved.facts, factsIn(facts)).length > 0) return refuse(changedSince);
  const undone =
    factsBefore === null
      ? await withdrawProgramme(tx, actor, target)
      : await editProgramme(tx, actor, { ...target, facts: factsIn(factsBefore) });
  return undone.ok ? succeed(null) : refuse(refusalOf(undone.problem));
}

function doneWith(recorded: RecordedProgramme): ContributedDone {
  return { recordId: recorded.id, facts: recorded.facts, standing: standingOf(recorded) };
}

/** Sending for approval, approving and withdrawing change no fact. */
function standingOf({ publication, state }: RecordedProgramme): string {
  return `${publication} ${state}`;
}
