/**
 * Drafts of another slice's records, reviewed here like agreements: what the slice contributes, since intake knows
 * neither its facts nor its rules. The application puts the contributions together and hands them to intake.
 */
import type { Finding } from "../kernel/finding.ts";
import type { Outcome } from "../kernel/outcome.ts";
import type { Actor, Language, Tx } from "../platform/index.ts";
import type { ContributedCorrection } from "./contributed-correction.ts";
import type { ImportLayout } from "./document-reading.ts";
import type { ContributedRecord } from "./draft-record.ts";
import type { ImportedDocument } from "./imported-document.ts";
import type { LeftReason } from "./left-reason.ts";

/** The slice refuses; it says why in its own words. */
export type ContributedRefused = Readonly<{
  code: "contributed_refused";
  status: 403 | 404 | 409 | 422;
  sentence: Readonly<Record<Language, string>>;
  /** Why accepting everything at once leaves it to a person. */
  left: LeftReason;
}>;

/** A record the draft may be speaking of, and what joining the two would do. */
export type ContributedCandidate = Readonly<{
  recordId: string;
  version: number;
  title: string;
  /** Title and owner agree: it would be one record twice. */
  looksSame: boolean;
  /** What tells one record from another agrees to the letter, so that linking may be chosen beforehand. */
  keyFactsAgree: boolean;
  /** Why it may be the same, in the language asked for. */
  reasons: readonly string[];
  /** What the draft would add, in the language asked for: 令和6年度の実績. */
  adds: readonly string[];
  /** Where the two say different things; the person chooses which of the draft's to take over. */
  differing: readonly Readonly<{ name: string; label: string; recorded: string; stated: string }>[];
}>;

export type ContributedDraft = Readonly<{
  document: ImportedDocument;
  record: ContributedRecord;
  /** Whose records they become: a local government's code or a body's id. */
  owner: string;
}>;

export type ContributedAcceptance = ContributedDraft &
  Readonly<{
    /** The person says that this is another record than the one it looks like. */
    isAnother: boolean;
    /** Nobody looked at what it may be: what is only similar is left to a person too. */
    isUnseen: boolean;
    /** Why what looks like personal data may be published. */
    confirmation: string | undefined;
  }>;

export type ContributedLink = ContributedDraft &
  Readonly<{
    recordId: string;
    /** The version whose differences the person looked at. */
    version: number;
    /** Names of differences to take over from the draft; all others stay as recorded. */
    take: readonly string[];
    confirmation: string | undefined;
  }>;

/** What the draft remembers, so that the decision can be taken back. */
export type ContributedDone = Readonly<{
  recordId: string;
  facts: unknown;
  /** How the record stands apart from its facts: being prepared, published. */
  standing: string;
}>;

export type ContributedUndo = Readonly<{
  recordId: string;
  facts: unknown;
  /** Null where it was not noted. */
  standing: string | null;
  /** Null when the acceptance made the record. */
  factsBefore: unknown;
  reason: string;
}>;

/** Findings of the slice's layout in words. The Japanese sentence is stored with the finding. */
export type ContributedFindingWords = Readonly<{
  titles: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Undefined for a code that is not the slice's own. */
  english: (finding: Pick<Finding, "code" | "values">) => string | undefined;
}>;

export type ContributedDrafts = Readonly<{
  kind: ContributedRecord["kind"];
  /** What people call one record: 事業. */
  noun: Readonly<Record<Language, string>>;
  layout: ImportLayout;
  findings: ContributedFindingWords;
  correction: ContributedCorrection;
  /** Japanese address of a record. */
  addressOf: (recordId: string) => string;
  /** What was read, as terms and lines of text. */
  show: (facts: unknown, lang: Language) => readonly Readonly<{ term: string; lines: readonly string[] }>[];
  /** Whose records a person's imports become when nothing else is said; null where it has to be said. */
  ownerFor: (actor: Actor) => string | null;
  nameOfOwner: (owner: string, actor: Actor) => string;
  mayRecordFor: (actor: Actor, owner: string) => boolean;
  /** Of each draft in their order, best first. */
  findCandidates: (
    tx: Tx,
    drafts: readonly ContributedDraft[],
    lang: Language,
  ) => Promise<readonly (readonly ContributedCandidate[])[]>;
  /** One outcome for each, in their order. One that is refused has written nothing and stops no other. */
  acceptAll: (
    tx: Tx,
    actor: Actor,
    acceptances: readonly ContributedAcceptance[],
  ) => Promise<readonly Outcome<ContributedDone, ContributedRefused>[]>;
  link: (
    tx: Tx,
    actor: Actor,
    link: ContributedLink,
  ) => Promise<Outcome<ContributedDone & Readonly<{ factsBefore: unknown }>, ContributedRefused>>;
  /** Only while nobody has changed the record since. */
  undo: (tx: Tx, actor: Actor, undone: ContributedUndo) => Promise<Outcome<null, ContributedRefused>>;
}>;

export function contributionFor(
  contributed: readonly ContributedDrafts[],
  record: Readonly<{ kind: string }>,
): ContributedDrafts | undefined {
  return contributed.find(({ kind }) => kind === record.kind);
}
