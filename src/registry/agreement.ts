/**
 * Agreement (提携・協定): one document signed between local governments in Japan and counterparts abroad.
 *
 * Parties are ordered and n:m. Dates keep the printed wording and its conflicts. Listings are ordered fields:
 * the first is the main listing (本掲), the later ones are relistings (再掲). The contact is an office, never a person.
 */
import type { DateRole } from "../kernel/date-label.ts";
import type { Field } from "./field.ts";

export type { DateRole };

/** A date as data exports carry it; `date` is YYYY, YYYY-MM or YYYY-MM-DD by precision, null when not readable. */
export type AgreementDate = Readonly<{
  asPrinted: string;
  date: string | null;
  precision: "day" | "month" | "year" | "fiscalYear" | "none";
  role: DateRole;
  /** Whose date it is, when the document says so (旧八日市市, 吉林省). */
  party: string | null;
  /** An era year and a western year that disagree; `date` then follows the era year. */
  conflict: Readonly<{ eraYear: string; westernYear: string }> | null;
}>;

export type JapaneseParty = Readonly<{
  /** As printed, prefecture included where the document says it: 青森県青森市. */
  name: string;
  /** Five digits, or null for a body that is no local government or could not be told. */
  governmentCode: string | null;
}>;

export type ForeignParty = Readonly<{
  name: string;
  /** ISO 3166-1 alpha-2, or null when the document does not tell. */
  country: string | null;
  /** Registry record of the counterpart; null lets the registry find or create one by country and name. */
  counterpartId: string | null;
}>;

/** Where the facts come from; every imported agreement has one per sheet it was read from. */
export type SourceReference = Readonly<{
  title: string;
  publisher: string | null;
  /** SHA-256 of the stored document; null for facts that came with the sample. */
  documentSha256: string | null;
  /** Human place: 「②文化交流 1」, 「A12」. */
  place: string | null;
  lines: readonly [number, number] | null;
  asOf: string | null;
}>;

/** Everything a form, an import or an API call may say about an agreement. */
export type AgreementFacts = Readonly<{
  title: string;
  japan: readonly JapaneseParty[];
  foreign: readonly ForeignParty[];
  dates: readonly AgreementDate[];
  listings: readonly Field[];
  background: string | null;
  activities: string | null;
  outcomes: string | null;
  urls: readonly string[];
  departments: readonly string[];
  phones: readonly string[];
  sources: readonly SourceReference[];
}>;

/** 下書き・承認待ち・公開・取りやめ. The public reads published agreements only. */
export type Publication = "draft" | "in_review" | "published" | "withdrawn";

export type Agreement = AgreementFacts &
  Readonly<{
    /** Never reused: A000001 … */
    id: string;
    version: number;
    publication: Publication;
  }>;

/** 1対1 is derived from both sides; one party on each. */
export function isOneToOne({ japan, foreign }: Pick<AgreementFacts, "japan" | "foreign">): boolean {
  return japan.length === 1 && foreign.length === 1;
}
