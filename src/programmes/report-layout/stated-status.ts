/** 状況：一部実施: the status in its own words, as our own report prints it where no sentence gives it. */
import { statusWords } from "../messages.ja.ts";
import { type ItemStatus, POST_STATUSES, YEAR_STATUSES, type YearStatus } from "../year-status.ts";
import type { Labelled } from "./scope.ts";

export const STATE_KEY = /^状況$/u;

/** Only the exact words of a status; anything else is a sentence and is read as one. */
export function readState(labelled: readonly Labelled[]): YearStatus | null {
  const value = stateWords(labelled);
  return YEAR_STATUSES.find((status) => statusWords[status] === value) ?? null;
}

/** Of an item, which may be a post. */
export function readItemState(labelled: readonly Labelled[]): ItemStatus | null {
  const value = stateWords(labelled);
  return readState(labelled) ?? POST_STATUSES.find((status) => statusWords[status] === value) ?? null;
}

function stateWords(labelled: readonly Labelled[]): string | undefined {
  return labelled.find(({ label }) => STATE_KEY.test(label))?.value;
}
