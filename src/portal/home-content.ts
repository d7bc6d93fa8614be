/**
 * What the home page shows: counts of the registry and the agreements signed last. The caller counts; nothing is
 * counted or cut here.
 */
import type { Tally } from "../kernel/tally.ts";
import type { DateView, Lang, Office } from "../ui/index.ts";

export type LatestAgreement = Readonly<{
  id: string;
  title: string;
  japan: readonly string[];
  foreign: readonly string[];
  date: DateView | null;
}>;

export type HomePageProps = Readonly<{
  lang: Lang;
  office?: Office | undefined;
  figures: Readonly<{
    agreements: number;
    listings: Tally;
    countries: number;
    /** Agreements with more than one party on a side. */
    several: number;
    programmes: number;
  }>;
  /** Agreements by two-digit prefecture code; prefectures without any may be left out. */
  byPrefecture: Readonly<Record<string, number>>;
  /** Agreements by country, most first; all are shown, so the caller cuts the list. */
  byCountry: readonly Readonly<{ country: string; label: string; count: number }>[];
  /** Listings by field, in the order of the survey. */
  byField: readonly Readonly<{ field: string; label: string; tally: Tally }>[];
  /** Agreements by decade of signing, oldest first; `decade` is its first year. */
  byDecade: readonly Readonly<{ decade: number; count: number }>[];
  latest: readonly LatestAgreement[];
  /** Where the records come from, in one sentence; null leaves the line out. */
  source: string | null;
  /** Search terms that do find something. */
  examples?: readonly string[] | undefined;
}>;
