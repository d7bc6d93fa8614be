/**
 * What becomes of a draft's findings when it is corrected. What the corrected facts no longer show is settled in the
 * name of who corrected them; what they newly show is found; what was noticed while reading the print stays for a
 * person, who may settle it with the correction. Taking the correction back opens again what came with it.
 */
import type { Tx } from "../platform/index.ts";
import type { ContributedCorrection } from "./contributed-correction.ts";
import { appendEvent } from "./event-store.ts";
import { appendFindings, listFindingsOfDraft, markSettled } from "./finding-store.ts";
import type { ImportFinding, StoredDraft } from "./imported-document.ts";
import { settledByCorrection } from "./messages.ja.ts";
import { PERSONAL_CODES } from "./personal-finding-code.ts";
import { newPersonalFindings, personalCodesIn } from "./personal-findings.ts";

/** Marks what the corrected facts no longer show, apart from what a person settled with one part. */
const BY_CHECK = "check";

const PERSONAL: ReadonlySet<string> = new Set(Object.values(PERSONAL_CODES));

export type Recheck = Readonly<{
  asRead: unknown;
  /** Before this correction. */
  now: unknown;
  corrected: unknown;
  /** Numbers of findings that the person settles with this part and reason. */
  settles: readonly number[];
  part: string;
  reason: string;
  /** Parts of which something was taken back. */
  restored: ReadonlySet<string>;
}>;

export async function recheckFindings(
  tx: Tx,
  draft: StoredDraft,
  correction: ContributedCorrection,
  recheck: Recheck,
): Promise<void> {
  const { documentId, position } = draft;
  const stored = await listFindingsOfDraft(tx, documentId, position);
  const known = new Set(correction.check(recheck.asRead).map(correction.keyOf));
  const shown = correction.check(recheck.corrected);
  const shownKeys = new Set(shown.map(correction.keyOf));
  const personal = personalCodesIn(recheck.corrected);
  for (const finding of stored) {
    const key = correction.keyOf(finding);
    const isGone = PERSONAL.has(finding.code)
      ? !personal.has(finding.code)
      : (finding.ofCorrection || known.has(key)) && !shownKeys.has(key);
    await settleOrOpen(tx, draft, finding, isGone, recheck);
  }
  const storedKeys = new Set(stored.map(correction.keyOf));
  const found = shown.filter((one) => !known.has(correction.keyOf(one)) && !storedKeys.has(correction.keyOf(one)));
  const newPersonal = newPersonalFindings(recheck.corrected, [recheck.asRead, recheck.now]);
  await appendFindings(tx, documentId, position, [...found, ...newPersonal]);
}

async function settleOrOpen(tx: Tx, draft: StoredDraft, finding: ImportFinding, isGone: boolean, recheck: Recheck) {
  const { settles, part, reason, restored } = recheck;
  const isOpen = finding.settledAt === null;
  if (isOpen && isGone) return settle(tx, draft, finding, settledByCorrection, BY_CHECK);
  if (isOpen && settles.includes(finding.number)) return settle(tx, draft, finding, reason, part);
  const { byCorrection } = finding;
  const isTakenBack = byCorrection === BY_CHECK ? !isGone : byCorrection !== null && restored.has(byCorrection);
  if (!isOpen && isTakenBack) await settle(tx, draft, finding, null, null);
}

/** @param reason null opens it again. */
async function settle(
  tx: Tx,
  { documentId, position }: StoredDraft,
  finding: ImportFinding,
  reason: string | null,
  byCorrection: string | null,
): Promise<void> {
  await markSettled(tx, documentId, finding.number, reason, byCorrection);
  await appendEvent(tx, {
    ...{ documentId, draftPosition: position, findingNumber: finding.number },
    ...{ action: reason === null ? "unsettled" : "settled", reason: reason ?? finding.reason },
  });
}
