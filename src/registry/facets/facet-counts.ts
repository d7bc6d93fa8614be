/**
 * Counts of agreements by the facets of a list (分野, 国・地域, 都道府県, 締結年代, 1対1/複数).
 *
 * The counts of a facet follow all other criteria and ignore its own, so that they say how many records another choice
 * would show. One pass over the rows does it: a row that fails no criterion counts everywhere, one that fails exactly
 * one counts in that facet only. The field facet counts listings, relistings included.
 */
import { type Criteria, UNKNOWN } from "../criteria.ts";
import { FACETS, type Facet, type FacetRow, type ListPool } from "./facet-row.ts";

export type Totals = Readonly<{
  agreements: number;
  /** Listings that meet the criteria: with a field, those under it; with a position, those at it. */
  listings: number;
  relisted: number;
}>;

export type FacetTally = Readonly<{
  totals: Totals;
  counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** Numbers of the agreements, when they are few; null when they are many. */
  few: readonly number[] | null;
}>;

/** Numbers of the agreements a search found. */
export type Matched = Readonly<{ has: (no: number) => boolean }>;

export type FacetRows = Readonly<{ rows: ReadonlyMap<number, FacetRow>; pool: ListPool }>;

/** Up to here a list is cut out of its numbers; beyond, some page of it is near in any order. */
export const FEW = 2_000;

/** @param matched undefined when there is no search. */
export function countFacets({ rows, pool }: FacetRows, criteria: Criteria, matched: Matched | undefined): FacetTally {
  const tests = listTests(pool, criteria);
  const counts = FACETS.map((facet) => new Uint32Array(pool[facet].lists.length));
  const fieldsOfHits = new Uint32Array(pool.field.lists.length);
  const few: number[] = [];
  let agreements = 0;
  for (const row of rows.values()) {
    if (!isCandidate(row, criteria, matched)) continue;
    const failed = failedFacet(row, tests);
    if (failed === SEVERAL) continue;
    if (failed !== NONE) {
      count(counts, row, failed);
      continue;
    }
    for (let facet = 0; facet < FACETS.length; facet += 1) count(counts, row, facet);
    const fields = row.lists[0] ?? 0;
    fieldsOfHits[fields] = (fieldsOfHits[fields] ?? 0) + 1;
    agreements += 1;
    if (few.length <= FEW) few.push(row.no);
  }
  return {
    totals: { agreements, ...countListings(pool, fieldsOfHits, criteria) },
    counts: expandCounts(pool, counts, criteria),
    few: few.length <= FEW ? few : null,
  };
}

/** Rows that meet all criteria. */
export function* selectRows({ rows, pool }: FacetRows, criteria: Criteria, matched?: Matched): Generator<FacetRow> {
  const tests = listTests(pool, criteria);
  for (const row of rows.values()) {
    if (isCandidate(row, criteria, matched) && failedFacet(row, tests) === NONE) yield row;
  }
}

function isCandidate(row: FacetRow, { government, counterpart }: Criteria, matched: Matched | undefined): boolean {
  if (matched !== undefined && !matched.has(row.no)) return false;
  if (government !== undefined && !row.governments.includes(government)) return false;
  return counterpart === undefined || row.counterparts.includes(counterpart);
}

const NONE = -1;
const SEVERAL = -2;

/** For each facet whether a value list meets its criteria, by the list's number; undefined without criteria. */
type ListTests = readonly (readonly boolean[] | undefined)[];

/** @returns the place in FACETS of the one criterion the row fails, or NONE or SEVERAL. */
function failedFacet({ lists }: FacetRow, tests: ListTests): number {
  let failed = NONE;
  for (let facet = 0; facet < tests.length; facet += 1) {
    const test = tests[facet];
    if (test === undefined || test[lists[facet] ?? -1] === true) continue;
    if (failed !== NONE) return SEVERAL;
    failed = facet;
  }
  return failed;
}

function count(counts: readonly Uint32Array[], { lists }: FacetRow, facet: number): void {
  const list = lists[facet] ?? 0;
  const own = counts[facet];
  if (own !== undefined) own[list] = (own[list] ?? 0) + 1;
}

function listTests(pool: ListPool, criteria: Criteria): ListTests {
  return FACETS.map((facet) => {
    const test = facetTest(facet, criteria);
    return test === undefined ? undefined : pool[facet].lists.map(test);
  });
}

function facetTest(facet: Facet, criteria: Criteria): ((values: readonly string[]) => boolean) | undefined {
  const { field, position, country, exceptCountries } = criteria;
  if (facet === "field") {
    if (field === undefined && position === undefined) return undefined;
    return (fields) => fields.some((own, at) => isWanted(own, at, criteria));
  }
  if (facet === "country") {
    if (country === undefined && exceptCountries === undefined) return undefined;
    return (own) =>
      (country === undefined || own.includes(country)) && !own.some((code) => exceptCountries?.includes(code));
  }
  const wanted = criteria[facet];
  return wanted === undefined ? undefined : (own) => own.includes(String(wanted));
}

/** @param at from 0 in the order of the listings. */
function isWanted(own: string, at: number, { field, position }: Pick<Criteria, "field" | "position">): boolean {
  if (field !== undefined && own !== field) return false;
  return position === undefined || (at === 0) === (position === "main");
}

function countListings(pool: ListPool, hits: Uint32Array, criteria: Criteria): Omit<Totals, "agreements"> {
  let listings = 0;
  let relisted = 0;
  pool.field.lists.forEach((fields, list) => {
    const agreements = hits[list] ?? 0;
    const wanted = fields.map((own, at) => (isWanted(own, at, criteria) ? at : -1)).filter((at) => at >= 0);
    listings += agreements * wanted.length;
    relisted += agreements * wanted.filter((at) => at > 0).length;
  });
  return { listings, relisted };
}

function expandCounts(pool: ListPool, counts: readonly Uint32Array[], { position }: Criteria): FacetTally["counts"] {
  const expand = (facet: Facet, own: Uint32Array | undefined) => {
    const expanded = new Map<string, number>();
    pool[facet].lists.forEach((values, list) => {
      const n = own?.[list] ?? 0;
      if (n === 0) return;
      for (const [at, value] of values.entries()) {
        if (facet === "field" && position !== undefined && !isWanted(value, at, { position })) continue;
        expanded.set(value, (expanded.get(value) ?? 0) + n);
      }
    });
    return expanded;
  };
  const [field, country, prefecture, decade, parties] = FACETS.map((facet, at) => expand(facet, counts[at]));
  const none = new Map<string, number>();
  return {
    field: field ?? none,
    country: country ?? none,
    prefecture: prefecture ?? none,
    decade: decade ?? none,
    parties: parties ?? none,
  };
}

/** A record without a value is counted as unknown, except for fields: it is listed nowhere. */
export function orUnknown(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [UNKNOWN];
}
