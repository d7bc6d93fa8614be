/** One draft of one document, as its address names it. */
import { formText } from "../../registry/index.ts";
import type { DraftChoice } from "../decide-draft.ts";

export type DraftAddress = Readonly<{ documentId: string; position: number }>;

/** Japanese address; `pathIn` gives the one of the page's language. */
export function addressOf({ documentId, position }: DraftAddress): string {
  return `/imports/${documentId}/drafts/${position}`;
}

/** A form without a version is as stale as one with an old version. */
export function choiceFrom({ documentId, position }: DraftAddress, form: FormData): DraftChoice {
  return { documentId, position, expectedVersion: Number(formText(form, "version")) };
}
