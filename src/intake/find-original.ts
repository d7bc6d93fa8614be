/**
 * The original (本掲) of a sheet that prints 【再掲】: the one sheet of the same document with the same parties on
 * both sides, the same title and the same date. With none or several there is no original to be sure of.
 */
import { matchKey } from "../kernel/name-key.ts";
import type { DraftRecord } from "./draft-record.ts";

type Sheet = Readonly<{ position: number; record: DraftRecord }>;

export function findOriginal<T extends Sheet>(relisting: Sheet, sheets: readonly T[]): T | undefined {
  if (!relisting.record.relisted) return undefined;
  const key = identityOf(relisting.record);
  const same = sheets.filter(
    ({ position, record }) => position !== relisting.position && !record.relisted && identityOf(record) === key,
  );
  return same.length === 1 ? same[0] : undefined;
}

/** Parties in any order: copies of one sheet name the same parties, not always in the same sequence. */
export function identityOf(record: DraftRecord): string {
  const names = (list: readonly string[]) => list.map(matchKey).sort();
  return JSON.stringify([
    matchKey(record.title),
    names(record.japan),
    names(record.foreign.map(({ name }) => name)),
    record.dates.map(({ date, asPrinted }) => date ?? matchKey(asPrinted)).sort(),
  ]);
}
