/**
 * What other slices tell the audit about their records: their names, where they are, and what changed in their words.
 * The office comes first of the slices, so it cannot ask them; the application composes them.
 */
import type { Tx } from "../../platform/index.ts";
import type { Lang } from "../../ui/index.ts";

/** Without an address where no page of its own shows it. */
export type RecordWords = Readonly<{ title: string; href?: string }>;
export type FactChange = Readonly<{ fact: string; before: string; after: string }>;
type Facts = Readonly<Record<string, unknown>>;

export type AuditRecords = Readonly<{
  /** `agreement`: the kind of subject it speaks for. */
  kind: string;
  /** Names and addresses of those that the reader may read. */
  describe: (tx: Tx, ids: readonly string[], lang: Lang) => Promise<ReadonlyMap<string, RecordWords>>;
  /** What changed, fact by fact; facts without words of their own are left out. */
  changes: (before: Facts, after: Facts, lang: Lang) => readonly FactChange[];
  /** The record as it stood at the end of a day, ISO; undefined when no page shows that. */
  addressOn?: (id: string, day: string) => string;
}>;
