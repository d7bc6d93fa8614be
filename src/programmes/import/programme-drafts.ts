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
} from "../../intake/index.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { Actor, Tx } from "../../platform/index.ts";
import { editProgramme } from "../edit-programme.ts";
import { listOwnProgrammes } from "../own-programmes-query.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { programmeAddress } from "../programme-address.ts";
import { withdrawProgramme } from "../programme-publication.ts";
import { programmeFactsSchema } from "../programme-schema.ts";
import { findProgramme } from "../programme-store.ts";
import { recordProgramme } from "../record-programme.ts";
import { differingProgrammeFacts, type RecordedProgramme } from "../recorded-programme.ts";
import { programmeReportLayout } from "../report-layout/programme-report.ts";
import { onlyOne, saveChanges } from "../save-changes.ts";
import { compareDraft, joinDraft, looksTheSame } from "./join-draft.ts";
import { readReport } from "./read-report.ts";
import { refusalOf, sameExists } from "./refusals.ts";
import { describeDifference, describeEntry, showFacts } from "./show-draft.ts";

export const PROGRAMME_DRAFT = "contributed-programme";

export const programmeDrafts: ContributedDrafts = {
  kind: PROGRAMME_DRAFT,
  layout: {
    name: programmeReportLayout.name,
    recognise: programmeReportLayout.recognise,
    read: (source) => readReport(source, PROGRAMME_DRAFT),
  },
  addressOf: programmeAddress,
  show: (facts, lang) => showFacts(factsIn(facts), lang),
  ownerFor,
  findCandidates,
  accept,
  link,
  undo,
};

/** A programme belongs to the body the person works for; the machine and operators have to say whose it is. */
function ownerFor(actor: Actor): string | null {
  return actor.kind === "member" ? (actor.body.governmentCode ?? actor.body.id) : null;
}

/** What intake stored came from this slice and is read through its schema. */
function factsIn(stored: unknown): ProgrammeFacts {
  return programmeFactsSchema.parse(stored);
}

async function findCandidates(
  tx: Tx,
  { record, owner }: ContributedDraft,
  lang: "ja" | "en",
): Promise<readonly ContributedCandidate[]> {
  const facts = factsIn(record.facts);
  const own = await listOwnProgrammes(tx, owner);
  return own
    .filter((programme) => programme.publication !== "withdrawn" && looksTheSame(programme.facts, facts))
    .map(({ id, version, facts: recorded }) => {
      const { adds, differing } = compareDraft(recorded, facts);
      return {
        ...{ recordId: id, version, title: recorded.title, looksSame: true },
        adds: adds.map((entry) => describeEntry(entry, lang)),
        differing: differing.map((difference) => describeDifference(difference, lang)),
      };
    });
}

async function accept(
  tx: Tx,
  actor: Actor,
  { record, owner, isAnother, confirmation }: ContributedAcceptance,
): Promise<Outcome<ContributedDone, ContributedRefused>> {
  const facts = factsIn(record.facts);
  if (!isAnother) {
    const same = (await listOwnProgrammes(tx, owner)).find(
      (programme) => programme.publication !== "withdrawn" && looksTheSame(programme.facts, facts),
    );
    if (same !== undefined) return refuse(sameExists(same.id));
  }
  const recorded = await recordProgramme(tx, actor, { owner, facts, reason: null, confirmation });
  return recorded.ok ? succeed(doneWith(recorded.value)) : refuse(refusalOf(recorded.problem));
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
  { recordId, facts, factsBefore, reason }: ContributedDone & Readonly<{ factsBefore: unknown; reason: string }>,
): Promise<Outcome<null, ContributedRefused>> {
  const saved = await findProgramme(tx, recordId);
  if (saved === undefined) return refuse(refusalOf({ code: "programme_not_found", id: recordId }));
  const target = { id: recordId, expectedVersion: saved.version, reason };
  if (differingProgrammeFacts(saved.facts, factsIn(facts)).length > 0) {
    return refuse(refusalOf({ code: "stale_version", saved, differing: [] }));
  }
  const undone =
    factsBefore === null
      ? await withdrawProgramme(tx, actor, target)
      : await editProgramme(tx, actor, { ...target, facts: factsIn(factsBefore) });
  return undone.ok ? succeed(null) : refuse(refusalOf(undone.problem));
}

function doneWith({ id, facts }: RecordedProgramme): ContributedDone {
  return { recordId: id, facts };
}
