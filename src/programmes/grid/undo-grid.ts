/**
 * Takes back what one saving of the table changed: every programme gets the entry it had before, all in one
 * transaction, as long as nothing was saved on any of them since. It is a version like any other, and can itself be
 * taken back.
 */
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Actor, Tx } from "../../platform/index.ts";
import { type EnteredYear, enterYears } from "../enter-years.ts";
import type { SomeRefused } from "../problems.ts";
import { entryOf, type ProgrammeOwner, type RecordedProgramme } from "../recorded-programme.ts";
import type { GridKey } from "./grid-rows.ts";
import { listSavedByRequest, type SavedByRequest } from "./saved-before-store.ts";

export type GridToUndo = Readonly<{ owner: ProgrammeOwner; key: GridKey; requestId: string; reason: string }>;

type NothingSaved = Readonly<{ code: "nothing_saved" }>;
/** Somebody saved these since. */
type SavedSince = Readonly<{ code: "saved_since"; ids: readonly string[] }>;
export type UndoGridProblem = NothingSaved | SavedSince | SomeRefused;

export async function canUndoGrid(tx: Tx, { owner, requestId }: Pick<GridToUndo, "owner" | "requestId">) {
  const saved = await listSavedByRequest(tx, owner, requestId);
  return saved.length > 0 && saved.every(isUntouched);
}

export async function undoGrid(
  tx: Tx,
  actor: Actor,
  { owner, key, requestId, reason }: GridToUndo,
): Promise<Outcome<readonly RecordedProgramme[], UndoGridProblem>> {
  const saved = await listSavedByRequest(tx, owner, requestId);
  if (saved.length === 0) return refuse({ code: "nothing_saved" });
  const since = saved.filter((one) => !isUntouched(one));
  if (since.length > 0) return refuse({ code: "saved_since", ids: since.map(({ id }) => id) });
  return enterYears(
    tx,
    actor,
    saved.map((one) => entryBefore(one, key)),
    { reason },
  );
}

function isUntouched({ version, currentVersion }: SavedByRequest): boolean {
  return version === currentVersion;
}

function entryBefore({ id, currentVersion, before }: SavedByRequest, { fiscalYear, column }: GridKey): EnteredYear {
  const entry = entryOf(before, { fiscalYear, column });
  const known = { id, expectedVersion: currentVersion };
  return entry === undefined ? { ...known, removed: { fiscalYear, column } } : { ...known, entry };
}
