/** The record of a relisting's original: what a sheet that prints 【再掲】 belongs to, once that original is decided. */
import type { Tx } from "../platform/index.ts";
import { listDraftsInState } from "./draft-store.ts";
import { findOriginal } from "./find-original.ts";
import type { ImportDraft } from "./imported-document.ts";

/** The accepted (or linked) sheet of the same document of which this one prints that it is a relisting. */
export async function findAcceptedOriginal(
  tx: Tx,
  draft: ImportDraft,
): Promise<(ImportDraft & Readonly<{ agreementId: string }>) | undefined> {
  if (!draft.record.relisted) return undefined;
  const decided = [
    ...(await listDraftsInState(tx, draft.documentId, "accepted")),
    ...(await listDraftsInState(tx, draft.documentId, "linked")),
  ];
  const original = findOriginal(draft, decided);
  return original === undefined || original.agreementId === null
    ? undefined
    : { ...original, agreementId: original.agreementId };
}
