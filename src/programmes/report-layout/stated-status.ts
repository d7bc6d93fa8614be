/** 状況：一部実施: the status in its own words, as our own report prints it where no sentence gives it. */
import { statusWords } from "../messages.ja.ts";
import { type ItemStatus, POST_STATUSES, YEAR_STATUSES, type YearStatus } from "../year-status.ts";
import type { Labelled } from "./scope.ts";
import { saysNotStated } from "./status-words.ts";

export const STATE_KEY = /^状況$/u;
export const REASON_KEY = /^理由$/u;
/** Says that no people are counted, where a number of participants would be taken for one of people sent or received. */
export const PEOPLE_KEY = "派遣・受入の人数";

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

/** 理由：…; null where it is said that there is none, undefined where nothing is said. */
export function readReason(labelled: readonly Labelled[]): string | null | undefined {
  const value = labelled.find(({ label }) => REASON_KEY.test(label))?.value;
  return value === undefined ? undefined : saysNotStated(value) || value === "" ? null : value;
}

export function saysNoPeople(labelled: readonly Labelled[]): boolean {
  return labelled.some(({ label, value }) => label === PEOPLE_KEY && saysNotStated(value));
}

function stateWords(labelled: readonly Labelled[]): string | undefined {
  return labelled.find(({ label }) => STATE_KEY.test(label))?.value;
}
