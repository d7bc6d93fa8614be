/** What the pages of a draft of another slice's record show; their parts share it. */
import type { ContributedCandidate, ContributedDrafts } from "../contributed-drafts.ts";
import type { ContributedRecord } from "../draft-record.ts";
import type { StoredDraft } from "../imported-document.ts";
import type { ReviewProps } from "./draft-view.ts";
import type { Whose } from "./whose-notice.tsx";

export type ContributedPageProps = ReviewProps &
  Readonly<{
    draft: StoredDraft & Readonly<{ record: ContributedRecord }>;
    contribution: ContributedDrafts;
    candidates: readonly ContributedCandidate[];
    whose: Whose;
  }>;
