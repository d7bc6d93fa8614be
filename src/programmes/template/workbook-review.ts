/**
 * A workbook that came back, looked at twice: to show what it would change, and to save exactly what was shown.
 *
 * Between the two nothing is kept: the same bytes come again with a seal over what was shown, and are compared again.
 * Whatever else became of the records meanwhile gives another seal, and then nothing is saved.
 */
import { createHash } from "node:crypto";
import type { SourceText } from "../../documents/source-text.ts";
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Actor, Tx } from "../../platform/index.ts";
import { ownersAskingApproval } from "../body-query.ts";
import { enterYears, type YearReason } from "../enter-years.ts";
import { listOwnProgrammes } from "../own-programmes-query.ts";
import type { SomeRefused } from "../problems.ts";
import type { ProgrammeOwner, RecordedProgramme } from "../recorded-programme.ts";
import { compareWithRecords, entriesToSave } from "./compare-with-records.ts";
import type { WorkbookComparison } from "./workbook-comparison.ts";

export type WorkbookReview = Readonly<{
  comparison: WorkbookComparison;
  /** Programmes that wait for approval: their changes are not saved. */
  inReview: ReadonlySet<string>;
  asksApproval: boolean;
  /** Over all that would be saved, with the versions it would replace. */
  seal: string;
}>;

type ReadWorkbook = Pick<SourceText, "format" | "tables" | "findings">;

export async function reviewWorkbook(
  tx: Tx,
  actor: Actor,
  owner: ProgrammeOwner,
  source: ReadWorkbook,
): Promise<WorkbookReview> {
  return reviewOf(tx, actor, await listOwnProgrammes(tx, owner), { owner, source });
}

async function reviewOf(
  tx: Tx,
  actor: Actor,
  programmes: readonly RecordedProgramme[],
  { owner, source }: Readonly<{ owner: ProgrammeOwner; source: ReadWorkbook }>,
): Promise<WorkbookReview> {
  const inReview = new Set(programmes.filter(({ state }) => state === "in_review").map(({ id }) => id));
  const { changes, findings } = compareWithRecords(source, programmes, owner);
  const comparison = {
    findings,
    changes: changes.map((one) => (inReview.has(one.id) ? { ...one, isBlocked: true } : one)),
  };
  const seal = createHash("sha256")
    .update(JSON.stringify([owner, entriesToSave(comparison)]))
    .digest("hex");
  const asksApproval = (await ownersAskingApproval(tx, actor, [owner])).has(owner);
  return { comparison, inReview, asksApproval, seal };
}

/** The records, or the workbook, are no longer what was shown. */
type NotAsShown = Readonly<{ code: "not_as_shown" }>;

export type SaveWorkbookProblem = (NotAsShown | SomeRefused) & Readonly<{ review: WorkbookReview }>;

/** All that was shown as saved, in one transaction, or nothing. */
export async function saveWorkbook(
  tx: Tx,
  actor: Actor,
  {
    owner,
    source,
    seal,
    why,
  }: Readonly<{ owner: ProgrammeOwner; source: ReadWorkbook; seal: string; why: YearReason }>,
): Promise<Outcome<readonly RecordedProgramme[], SaveWorkbookProblem>> {
  const known = await listOwnProgrammes(tx, owner);
  const review = await reviewOf(tx, actor, known, { owner, source });
  const entries = entriesToSave(review.comparison);
  if (entries.length === 0 || review.seal !== seal) return refuse({ code: "not_as_shown", review });
  const saved = await enterYears(tx, actor, entries, why, known);
  return saved.ok ? saved : refuse({ ...saved.problem, review });
}
