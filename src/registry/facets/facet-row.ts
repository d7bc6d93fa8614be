/** What counting needs to know of an agreement, small enough to hold a hundred thousand of them in memory. */
import type { Field } from "../field.ts";

export type FacetRow = Readonly<{
  no: number;
  /** In their order: the first is the main listing. */
  listings: readonly Field[];
  /** Distinct, "" for a party whose country is not known. */
  countries: readonly string[];
  prefectures: readonly string[];
  governments: readonly string[];
  counterparts: readonly string[];
  decade: number | null;
  isOneToOne: boolean;
  /** As-of date said by all of its sources alike, or null. */
  asOf: string | null;
}>;
