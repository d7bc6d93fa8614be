/** What the page of an imported document shows; its parts share it. */
import type { Acceptance } from "../acceptance-store.ts";
import type { ContributedFindingWords } from "../contributed-drafts.ts";
import type { DraftFilter, DraftListing } from "../draft-store.ts";
import type { ImportEvent } from "../event-store.ts";
import type { FindingCount } from "../finding-store.ts";
import type { DraftCounts, ImportedDocument, ImportFinding } from "../imported-document.ts";
import type { Noun } from "./draft-words.ts";
import type { PageContext } from "./page-context.ts";
import type { Whose } from "./whose-notice.tsx";

export type DocumentPageProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  counts: DraftCounts;
  findings: readonly ImportFinding[];
  findingCounts: readonly FindingCount[];
  /** Of the slice whose records the drafts are; all absent for agreements. */
  findingWords: ContributedFindingWords | undefined;
  noun: Noun;
  whose: Whose | null;
  drafts: readonly DraftListing[];
  filter: DraftFilter | undefined;
  page: Readonly<{ size: number; previous: number | null; next: number | null }>;
  /** What was accepted and can be taken back, newest first. */
  acceptances: readonly Acceptance[];
  events: readonly ImportEvent[];
}>;
