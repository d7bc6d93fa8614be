/**
 * DraftRecord: one agreement as a document states it, before a person has accepted it.
 *
 * A sheet (個票) of the survey report and a row of a table say the same facts; they differ in how they name their
 * place. `relisted` is the mark 【再掲】 as printed, which is not the same as what the records give.
 */
import type { AgreementDate, Field } from "../registry/index.ts";

export type DraftParty = Readonly<{ name: string; country: string | null }>;

export type DraftDate = Omit<AgreementDate, "party"> & Readonly<{ party?: string | null }>;

type StatedFacts = Readonly<{
  field: Field | null;
  title: string;
  relisted: boolean;
  japan: readonly string[];
  foreign: readonly DraftParty[];
  dates: readonly DraftDate[];
  background: string | null;
  activities: string | null;
  outcomes: string | null;
  urls: readonly string[];
  departments: readonly string[];
  phones: readonly string[];
}>;

export type SheetRecord = StatedFacts &
  Readonly<{
    kind: "agreement-sheet";
    /** Null when the sheet prints none that can be read. */
    number: number | null;
    /** First and last line of the sheet. */
    lines: readonly [number, number];
  }>;

/** Cell places by what they hold: `{ title: "Sheet1!C12" }`. */
export type CellPlaces = Readonly<Record<string, string>>;

export type RowRecord = StatedFacts &
  Readonly<{
    kind: "agreement-row";
    /** Number as the table prints it, or null. */
    number: number | null;
    /** Further fields of the same row, in order. */
    furtherFields: readonly Field[];
    sheet: string;
    row: number;
    cells: CellPlaces;
    lines: readonly [number, number] | null;
  }>;

export type DraftRecord = SheetRecord | RowRecord;

/**
 * What another slice's layout reads: a record of its own kind, with what lists and headings show of it. All else is
 * known to the slice that contributes it (contributed-drafts.ts).
 */
export type ContributedRecord = Readonly<{
  kind: `contributed-${string}`;
  title: string;
  /** How people call its place in the document: 3. */
  place: string;
  /** The other side, in a few words. */
  summary: string;
  lines: readonly [number, number] | null;
  relisted: false;
  /** The body whose document it seems to be; absent where the document does not say. */
  statedOwner?: Readonly<{ owner: string; name: string }>;
  facts: unknown;
}>;

export type StoredRecord = DraftRecord | ContributedRecord;

export function isContributed(record: Readonly<{ kind: string }>): record is ContributedRecord {
  return record.kind.startsWith("contributed-");
}

/** The fields a record is listed under, as the document gives them: the first is the main one. */
export function statedFields(record: DraftRecord): readonly Field[] {
  const main = record.field === null ? [] : [record.field];
  const further = record.kind === "agreement-row" ? record.furtherFields : [];
  return [...new Set([...main, ...further])];
}
