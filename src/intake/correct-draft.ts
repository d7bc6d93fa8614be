/**
 * A person corrects a draft of another slice's record before it is accepted. What was read stays as it was; the
 * corrected record stands beside it, is checked anew, and can be taken back to what was read, fact by fact.
 */
import { isDeepStrictEqual } from "node:util";
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { type ContributedCorrection, partOf } from "./contributed-correction.ts";
import { type ContributedDrafts, contributionFor } from "./contributed-drafts.ts";
import { checkReason, type DraftChoice, type HoldProblem, holdDraft } from "./decide-draft.ts";
import { lockDocument } from "./document-store.ts";
import { type ContributedRecord, isContributed } from "./draft-record.ts";
import { saveCorrection } from "./draft-store.ts";
import { appendEvent, type CorrectedFact } from "./event-store.ts";
import type { StoredDraft } from "./imported-document.ts";
import type { IntakeReasonMissing, PersonalMailbox } from "./problems.ts";
import { recheckFindings } from "./recheck-findings.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";
import { writeOutcome } from "./write-outcome.ts";

export type DraftCorrection = DraftChoice &
  Readonly<{
    /** The part that was corrected. */
    part: string;
    /** The whole record as corrected. */
    facts: unknown;
    /** Numbers of findings that are settled with it; then the reason is needed. */
    settles: readonly number[];
    reason: string;
  }>;
export type CorrectProblem = HoldProblem | IntakeReasonMissing | PersonalMailbox;

export async function correctDraft(
  database: Database,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  correction: DraftCorrection,
  options?: WorkOptions,
): Promise<Outcome<null, CorrectProblem>> {
  const { part, settles } = correction;
  const checked = checkReason(correction.reason);
  const isSilent = correction.reason.trim() === "" && settles.length === 0;
  if (!checked.ok && !isSilent) return checked;
  const reason = checked.ok ? checked.value : null;
  const work = { part, settles, reason, action: "corrected" } as const;
  const facts = () => correction.facts;
  return rewrite(database, actor, contributed, correction, { ...work, facts }, options);
}

/** @param choice `name` of one difference; null takes everything back. */
export function undoCorrection(
  database: Database,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: DraftChoice & Readonly<{ name: string | null }>,
  options?: WorkOptions,
): Promise<Outcome<null, CorrectProblem>> {
  const { name } = choice;
  const work = { part: "", settles: [], reason: null, action: "correction_undone" } as const;
  const facts = (correction: ContributedCorrection, asRead: unknown, now: unknown) =>
    name === null ? asRead : correction.restore(asRead, now, name);
  return rewrite(database, actor, contributed, choice, { ...work, facts }, options);
}

type Rewriting = Readonly<{
  action: "corrected" | "correction_undone";
  facts: (correction: ContributedCorrection, asRead: unknown, now: unknown) => unknown;
  part: string;
  settles: readonly number[];
  reason: string | null;
}>;

function rewrite(
  database: Database,
  actor: Actor,
  contributed: readonly ContributedDrafts[],
  choice: DraftChoice,
  work: Rewriting,
  options: WorkOptions | undefined,
): Promise<Outcome<null, CorrectProblem>> {
  return writeOutcome<null, CorrectProblem>(
    database,
    actor,
    async (tx) => {
      // New findings are numbered within the document: two people correcting two of its drafts take turns.
      await lockDocument(tx, choice.documentId);
      const held = await holdDraft(tx, choice);
      if (!held.ok) return held;
      const { draft } = held.value;
      if (draft.state !== "pending") return refuse({ code: "draft_changed", draft, mine: null });
      const { record, asRead } = draft;
      const correction = contributionFor(contributed, record)?.correction;
      if (correction === undefined || !isContributed(record)) return refuse({ code: "draft_not_found" });
      const read = asRead !== null && isContributed(asRead) ? asRead : record;
      await save(tx, draft, { correction, read, now: record }, work);
      return succeed(null);
    },
    options,
  );
}

type Versions = Readonly<{ correction: ContributedCorrection; read: ContributedRecord; now: ContributedRecord }>;

async function save(
  tx: Tx,
  draft: StoredDraft,
  { correction, read, now }: Versions,
  { action, facts, part, settles, reason }: Rewriting,
): Promise<void> {
  const corrected = withoutMailboxes(facts(correction, read.facts, now.facts));
  const changes = changesBetween(correction, now.facts, corrected);
  if (changes.length === 0 && settles.length === 0) return;
  const isAsRead = isDeepStrictEqual(corrected, read.facts);
  await saveCorrection(tx, draft, isAsRead ? null : { ...read, ...correction.headingOf(corrected), facts: corrected });
  const { documentId, position: draftPosition } = draft;
  await appendEvent(tx, { documentId, draftPosition, action, changes, reason });
  const left = new Set(correction.differences(read.facts, corrected, "ja").map(({ name }) => name));
  const before = correction.differences(read.facts, now.facts, "ja");
  const restored = new Set(before.filter(({ name }) => !left.has(name)).map(({ name }) => partOf(name)));
  const recheck = { asRead: read.facts, now: now.facts, corrected, settles, part, reason: reason ?? "", restored };
  await recheckFindings(tx, draft, correction, recheck);
}

function changesBetween(correction: ContributedCorrection, from: unknown, to: unknown): readonly CorrectedFact[] {
  const english = new Map(correction.differences(from, to, "en").map(({ name, label }) => [name, label]));
  return correction.differences(from, to, "ja").map(({ name, label, before, after }) => ({
    label: { ja: label, en: english.get(name) ?? label },
    ...{ before, after },
  }));
}
