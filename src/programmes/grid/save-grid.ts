/**
 * Saves the table: everything that was shown as a difference, in one transaction, or nothing. Whether it is public at
 * once or waits for approval is for `saveChanges` to say, as with the form of a year.
 */
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Actor, Tx } from "../../platform/index.ts";
import { enterYears, type YearReason } from "../enter-years.ts";
import { listOwnProgrammes } from "../own-programmes-query.ts";
import type { SomeRefused } from "../problems.ts";
import { findProgrammes } from "../programme-store.ts";
import type { ProgrammeOwner, RecordedProgramme } from "../recorded-programme.ts";
import { type GridKey, type GridRow, gridRow } from "./grid-rows.ts";
import { entriesOf, type GridReview, isReady, reviewGrid } from "./review-grid.ts";
import type { TypedRow } from "./typed-rows.ts";

/** A body's programmes as rows, in the order of its report; those withdrawn from the public are left out. */
export async function listGridRows(tx: Tx, owner: ProgrammeOwner, key: GridKey): Promise<readonly GridRow[]> {
  return rowsOf(await listOwnProgrammes(tx, owner), key);
}

function rowsOf(programmes: readonly RecordedProgramme[], key: GridKey): readonly GridRow[] {
  return programmes.filter(({ publication }) => publication !== "withdrawn").map((one) => gridRow(one, key));
}

/** Something in it keeps it from being saved, or the records are no longer what was shown. */
type NotReady = Readonly<{ code: "not_ready" }>;

export type SaveGridProblem = (NotReady | SomeRefused) & Readonly<{ review: GridReview }>;

export type GridToSave = Readonly<{
  owner: ProgrammeOwner;
  key: GridKey;
  typed: readonly TypedRow[];
  why: YearReason;
}>;

/** The programmes that were typed on are read once: looked at, and saved as long as they are still the same. */
export async function saveGrid(
  tx: Tx,
  actor: Actor,
  { owner, key, typed, why }: GridToSave,
): Promise<Outcome<readonly RecordedProgramme[], SaveGridProblem>> {
  const ids = typed.map(({ id }) => id);
  const known = (await findProgrammes(tx, ids)).filter((one) => one.owner === owner);
  const review = await reviewGrid(tx, rowsOf(known, key), typed, key);
  if (!isReady(review)) return refuse({ code: "not_ready", review });
  const saved = await enterYears(tx, actor, entriesOf(review), why, known);
  return saved.ok ? saved : refuse({ ...saved.problem, review });
}
