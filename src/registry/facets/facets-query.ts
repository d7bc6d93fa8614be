/** Counts for a list's facets and totals, from the facet index, remembered until the registry changes. */
import { countryKana } from "../../kernel/country.ts";
import type { Tx } from "../../platform/index.ts";
import { type Criteria, criteriaToParameters } from "../criteria.ts";
import { FIELDS } from "../field.ts";
import { searchAgreements } from "../search/search-query.ts";
import { countFacets, type Facet, type FacetTally, type Totals } from "./facet-counts.ts";
import { facetIndex } from "./facet-index-query.ts";

export type FacetCount = Readonly<{ value: string; n: number }>;
export type FacetCounts = Readonly<{ totals: Totals; facets: Readonly<Record<Facet, readonly FacetCount[]>> }>;

/** Values with no record are left out, but the chosen one stays. Fields count listings, the others agreements. */
export async function facetCounts(tx: Tx, criteria: Criteria): Promise<FacetCounts> {
  const { totals, counts } = await tallyFacets(tx, criteria);
  const chosen = (facet: Facet) => String(criteria[facet] ?? "");
  return {
    totals,
    facets: {
      field: ordered(counts.field, chosen("field"), (a, b) => fieldPlace(a.value) - fieldPlace(b.value)),
      country: ordered(counts.country, chosen("country"), (a, b) => b.n - a.n || byKana(a.value, b.value)),
      prefecture: ordered(counts.prefecture, chosen("prefecture"), (a, b) => byText(a.value, b.value)),
      decade: ordered(counts.decade, chosen("decade"), (a, b) => byText(decadeKey(b.value), decadeKey(a.value))),
      parties: ordered(counts.parties, chosen("parties"), (a, b) => byText(a.value, b.value)),
    },
  };
}

const REMEMBERED = 500;

export async function tallyFacets(tx: Tx, criteria: Criteria): Promise<FacetTally> {
  const { rows, memory } = await facetIndex(tx);
  const key = `facets?${criteriaToParameters(criteria)}`;
  const known = memory.get(key);
  if (known !== undefined) return known as FacetTally; // only this function writes keys of this form
  const search = await searchAgreements(tx, criteria.q);
  const tally = countFacets(rows.values(), criteria, search?.matched);
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, tally);
  return tally;
}

function ordered(
  counts: ReadonlyMap<string, number>,
  chosen: string,
  compare: (a: FacetCount, b: FacetCount) => number,
): readonly FacetCount[] {
  const list = [...counts].map(([value, n]) => ({ value, n }));
  if (chosen !== "" && !counts.has(chosen)) list.push({ value: chosen, n: 0 });
  return list.sort(compare);
}

const fieldPlace = (value: string) => (FIELDS as readonly string[]).indexOf(value);
/** Unknown decades come last, the newest first. */
const decadeKey = (value: string) => (/^\d+$/.test(value) ? value.padStart(5, "0") : "");
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byKana = (a: string, b: string) => byText(countryKana(a), countryKana(b));
