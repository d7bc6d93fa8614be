/**
 * Counts of agreements by the facets of a list (分野, 国・地域, 都道府県, 締結年代, 1対1/複数).
 *
 * The counts of a facet follow all other criteria and ignore its own, so that they say how many records another choice
 * would show. One pass over the rows does it: a row that fails no criterion counts everywhere, one that fails exactly
 * one counts in that facet only. The field facet counts listings, relistings included.
 */
import type { Criteria } from "../criteria.ts";
import { UNKNOWN } from "../criteria.ts";
import type { Field } from "../field.ts";
import type { FacetRow } from "./facet-row.ts";

export const FACETS = ["field", "country", "prefecture", "decade", "parties"] as const;
export type Facet = (typeof FACETS)[number];

export type Totals = Readonly<{
  agreements: number;
  /** Listings that meet the criteria: with a field, those under it; with a position, those at it. */
  listings: number;
  relisted: number;
}>;

export type FacetTally = Readonly<{ totals: Totals; counts: Readonly<Record<Facet, ReadonlyMap<string, number>>> }>;

type Tester = (row: FacetRow) => boolean;

/** @param matched numbers of the agreements a search found; undefined when there is no search. */
export function countFacets(
  rows: Iterable<FacetRow>,
  criteria: Criteria,
  matched: ReadonlySet<number> | undefined,
): FacetTally {
  const testers = facetTesters(criteria);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >; // every facet is set
  const totals = { agreements: 0, listings: 0, relisted: 0 };
  for (const row of rows) {
    if (matched !== undefined && !matched.has(row.no)) continue;
    if (!isOfBodies(row, criteria)) continue;
    const failed = failedFacets(row, testers);
    if (failed === "several") continue;
    if (failed === undefined) {
      addTotals(totals, row, criteria);
      for (const facet of FACETS) addValues(counts[facet], row, facet, criteria);
    } else addValues(counts[failed], row, failed, criteria);
  }
  return { totals, counts };
}

/** Rows that meet all criteria. */
export function* selectRows(
  rows: Iterable<FacetRow>,
  criteria: Criteria,
  matched: ReadonlySet<number> | undefined,
): Generator<FacetRow> {
  const testers = facetTesters(criteria);
  for (const row of rows) {
    if (matched !== undefined && !matched.has(row.no)) continue;
    if (isOfBodies(row, criteria) && failedFacets(row, testers) === undefined) yield row;
  }
}

function failedFacets(row: FacetRow, testers: readonly (readonly [Facet, Tester])[]): Facet | "several" | undefined {
  let failed: Facet | undefined;
  for (const [facet, passes] of testers) {
    if (passes(row)) continue;
    if (failed !== undefined) return "several";
    failed = facet;
  }
  return failed;
}

function isOfBodies({ governments, counterparts }: FacetRow, { government, counterpart }: Criteria): boolean {
  if (government !== undefined && !governments.includes(government)) return false;
  return counterpart === undefined || counterparts.includes(counterpart);
}

function facetTesters(criteria: Criteria): readonly (readonly [Facet, Tester])[] {
  const { field, position, country, exceptCountries, prefecture, decade, parties } = criteria;
  const testers: (readonly [Facet, Tester])[] = [];
  if (field !== undefined || position !== undefined) {
    testers.push(["field", ({ listings }) => listings.some((own, at) => isWanted(own, at, criteria))]);
  }
  if (country !== undefined) {
    const wanted = country === UNKNOWN ? "" : country;
    testers.push(["country", ({ countries }) => countries.includes(wanted)]);
  }
  if (exceptCountries !== undefined) {
    testers.push(["country", ({ countries }) => !countries.some((own) => exceptCountries.includes(own))]);
  }
  if (prefecture !== undefined) {
    testers.push(["prefecture", ({ prefectures }) => valuesOrUnknown(prefectures).includes(prefecture)]);
  }
  if (decade !== undefined) testers.push(["decade", (row) => (row.decade ?? UNKNOWN) === decade]);
  if (parties !== undefined) testers.push(["parties", ({ isOneToOne }) => isOneToOne === (parties === "one")]);
  return testers;
}

/** @param at from 0 in the order of the listings. */
export function isWanted(own: Field, at: number, { field, position }: Pick<Criteria, "field" | "position">): boolean {
  if (field !== undefined && own !== field) return false;
  return position === undefined || (at === 0) === (position === "main");
}

function addTotals(totals: { -readonly [K in keyof Totals]: number }, row: FacetRow, criteria: Criteria): void {
  totals.agreements += 1;
  row.listings.forEach((own, at) => {
    if (!isWanted(own, at, criteria)) return;
    totals.listings += 1;
    if (at > 0) totals.relisted += 1;
  });
}

function addValues(counts: Map<string, number>, row: FacetRow, facet: Facet, criteria: Criteria): void {
  for (const value of valuesOf(row, facet, criteria)) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function valuesOf(row: FacetRow, facet: Facet, { position }: Criteria): readonly string[] {
  if (facet === "field") {
    if (position === undefined) return row.listings;
    return row.listings.filter((own, at) => isWanted(own, at, { position }));
  }
  if (facet === "country") return row.countries.map((country) => country || UNKNOWN);
  if (facet === "prefecture") return valuesOrUnknown(row.prefectures);
  if (facet === "decade") return [String(row.decade ?? UNKNOWN)];
  return [row.isOneToOne ? "one" : "several"];
}

function valuesOrUnknown(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [UNKNOWN];
}
