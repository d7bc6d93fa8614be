/**
 * C5, C6, C9: which listings are the same agreement. The first in field order is the main listing, later ones are
 * relistings, whatever the marks say. Different documents signed on one day by the same parties stay apart: their
 * titles differ. Two listings without a mark are only asked about, never merged.
 */
import { matchKey } from "../kernel/name-key.ts";
import { FIELDS, type Field } from "./field.ts";
import type { CheckedRelease, ListingGroups, ReleaseEntry, ReleaseSheet } from "./release.ts";
import { compareParties, isAbbreviationOf, type PartyKeys } from "./release-checks-names.ts";
import type { ReleaseDisagreement } from "./release-disagreements.ts";

/** One listing of a report: its field and number. */
export function listingKey({ field, number }: Readonly<{ field: Field; number: number }>): string {
  return `${field}${number}`;
}

type KeysOf = (named: ReleaseSheet | ReleaseEntry) => PartyKeys;

/** @param firsts in field order, one sheet a number. */
export function groupListings(
  firsts: readonly ReleaseSheet[],
  keysOf: KeysOf,
  completeFields: ReadonlySet<Field>,
): ListingGroups {
  const originals = new Map<ReleaseSheet, ReleaseSheet>();
  const mains = new Map<string, ReleaseSheet[]>();
  const file = (key: string, main: ReleaseSheet): void => {
    mains.set(key, [...(mains.get(key) ?? []), main]);
  };
  for (const sheet of firsts) {
    const title = `title ${matchKey(sheet.title)}`;
    const date = `date ${sheet.date}`;
    const original = findOriginal(sheet, mains.get(title) ?? [], mains.get(date) ?? [], keysOf);
    if (original === undefined) {
      file(title, sheet);
      file(date, sheet);
    } else originals.set(sheet, original);
  }
  const mainOf = (sheet: ReleaseSheet): ReleaseSheet => originals.get(sheet) ?? sheet;
  return {
    originalOf: (sheet) => originals.get(sheet),
    isSameAgreement: (a, b) => mainOf(a) === mainOf(b),
    isRelisted: (sheet) => originals.has(sheet) || (sheet.marked && !areEarlierComplete(sheet.field, completeFields)),
  };
}

export function findRelistingDisagreements({
  firsts,
  entries,
  groups,
  completeFields,
}: CheckedRelease): readonly ReleaseDisagreement[] {
  const markedInContents = new Set(entries.filter(({ marked }) => marked).map(listingKey));
  return firsts.flatMap((sheet): ReleaseDisagreement[] => {
    const { field, number, line } = sheet;
    const isMarked = sheet.marked || markedInContents.has(listingKey(sheet));
    const original = groups.originalOf(sheet);
    if (original === undefined) {
      if (!sheet.marked || !areEarlierComplete(field, completeFields)) return [];
      return [{ code: "relisting_without_original", rule: "C6", line, values: { field, number } }];
    }
    const other = { field: original.field, number: original.number, line: original.line };
    if (!isMarked && !original.marked) {
      return [{ code: "possible_relisting", rule: "C9", line, values: { field, number, other } }];
    }
    const facts = Object.keys(sheet.facts).filter((fact) => sheet.facts[fact] !== original.facts[fact]);
    if (facts.length === 0) return [];
    return [{ code: "relisted_copy_differs", rule: "C6", line, values: { field, number, original: other, facts } }];
  });
}

/** With the same title; for a marked sheet also one of the same day whose title only says less or more. */
function findOriginal(
  sheet: ReleaseSheet,
  sameTitle: readonly ReleaseSheet[],
  sameDate: readonly ReleaseSheet[],
  keysOf: KeysOf,
): ReleaseSheet | undefined {
  const keys = keysOf(sheet);
  if (keys.japan.length === 0 || keys.foreign.length === 0) return undefined;
  const hasSameParties = (main: ReleaseSheet): boolean => compareParties(keysOf(main), keys) !== "different";
  const candidates = sameTitle.filter(hasSameParties);
  const exact = candidates.find(({ date }) => date !== null && date === sheet.date);
  if (exact !== undefined || !sheet.marked) return exact;
  if (candidates[0] !== undefined || sheet.date === null) return candidates[0];
  return sameDate.find((main) => hasSameParties(main) && isSimilarTitle(main.title, sheet.title));
}

function isSimilarTitle(a: string, b: string): boolean {
  return isAbbreviationOf(a, b) || isAbbreviationOf(b, a);
}

/** The main listing stands in an earlier field or earlier in the same one. */
function areEarlierComplete(field: Field, completeFields: ReadonlySet<Field>): boolean {
  return FIELDS.slice(0, FIELDS.indexOf(field) + 1).every((earlier) => completeFields.has(earlier));
}
