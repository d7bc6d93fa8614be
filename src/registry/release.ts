/**
 * A release: the sheets, the contents and the printed tables of one survey report, in the form in which they can be
 * checked against each other.
 */
import type { Field } from "./field.ts";
import type { PrintedTable } from "./printed-table.ts";
import type { NamedParties, PartyKeys } from "./release-checks-names.ts";

export type ReleaseSheet = NamedParties &
  Readonly<{
    field: Field;
    number: number;
    line: number;
    title: string;
    /** The mark 再掲 as printed on the sheet. */
    marked: boolean;
    /** First date as YYYY, YYYY-MM or YYYY-MM-DD; null when none can be read. */
    date: string | null;
    /** Facts of a copy, in a form in which equal facts are equal texts. */
    facts: Readonly<Record<string, string>>;
  }>;

export type ReleaseEntry = NamedParties &
  Readonly<{ field: Field; number: number; line: number; title: string; marked: boolean }>;

export type Release = Readonly<{
  sheets: readonly ReleaseSheet[];
  entries: readonly ReleaseEntry[];
  tables: readonly PrintedTable[];
}>;

/** A release prepared for checking: keys of names, first sheets by number, completeness of fields. */
export type CheckedRelease = Release &
  Readonly<{
    /** Without the second sheet of a number. */
    firsts: readonly ReleaseSheet[];
    completeFields: ReadonlySet<Field>;
    keysOf: (named: ReleaseSheet | ReleaseEntry) => PartyKeys;
    groups: ListingGroups;
  }>;

export type ListingGroups = Readonly<{
  /** The main listing of the agreement a later sheet lists again; undefined for a main listing. */
  originalOf: (sheet: ReleaseSheet) => ReleaseSheet | undefined;
  isSameAgreement: (a: ReleaseSheet, b: ReleaseSheet) => boolean;
  /** By the records; a marked sheet whose original may stand in a field that is not complete counts as relisted. */
  isRelisted: (sheet: ReleaseSheet) => boolean;
}>;
