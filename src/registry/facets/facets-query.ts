/** Counts for a list's facets and totals, from the facet index, remembered until the registry changes. */
import { countryKana } from "../../kernel/country.ts";
import type { Tx } from "../../platform/index.ts";
import { type Criteria, criteriaToParameters } from "../criteria.ts";
import { FIELDS } from "../field.ts";
import { searchIn } from "../search/search-query.ts";
import { countFacets, type FacetTally, type Totals } from "./facet-counts.ts";
import { facetIndex, remember } from "./facet-index-query.ts";
import type { Facet } from "./facet-row.ts";

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

export async function tallyFacets(tx: Tx, criteria: Criteria): Promise<FacetTally> {
  const index = await facetIndex(tx);
  return remember(index, `facets?${criteriaToParameters(criteria)}`, async () => {
    const search = await searchIn(tx, index, criteria.q);
    return countFacets(index, criteria, search?.matched);
  });
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
