/** What the page of an imported document shows; its parts share it. */
import type { DraftFilter, DraftListing } from "../draft-store.ts";
import type { ImportEvent } from "../event-store.ts";
import type { FindingCount } from "../finding-store.ts";
import type { DraftCounts, ImportedDocument, ImportFinding } from "../imported-document.ts";
import type { PageContext } from "./page-context.ts";

export type DocumentPageProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  counts: DraftCounts;
  findings: readonly ImportFinding[];
  findingCounts: readonly FindingCount[];
  drafts: readonly DraftListing[];
  filter: DraftFilter | undefined;
  page: Readonly<{ size: number; previous: number | null; next: number | null }>;
  events: readonly ImportEvent[];
}>;
