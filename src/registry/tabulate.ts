/** Cross tables of the registry, counted from its records: a listing is a relisting when it is not an agreement's first. */
import { countryKana, countryName } from "../kernel/country.ts";
import type { Tx } from "../platform/index.ts";
import { type Criteria, criteriaToParameters, UNKNOWN } from "./criteria.ts";
import { type CrossTable, type ListingFact, type TableId, tabulateByCountry, tabulateByField } from "./cross-table.ts";
import { selectRows } from "./facets/facet-counts.ts";
import { type FacetIndex, facetIndex, remember } from "./facets/facet-index-query.ts";
import { type FacetRow, type ListPool, valuesOf } from "./facets/facet-row.ts";
import { isField } from "./field.ts";
import { searchIn } from "./search/search-query.ts";

export type TabulationRequest = Readonly<{
  table: TableId;
  /** The day of the count, YYYY-MM-DD; printed unless every record states the same earlier as-of date. */
  today: string;
  criteria?: Criteria;
}>;

export async function tabulate(tx: Tx, { table, today, criteria = {} }: TabulationRequest): Promise<CrossTable> {
  const index = await facetIndex(tx);
  return remember(index, `table ${table} ${today} ${criteriaToParameters(criteria)}`, async () => {
    const search = await searchIn(tx, index, criteria.q);
    const counted = [...selectRows(index, criteria, search?.matched)];
    const facts = listingFactsOf(index, counted);
    const asOf = commonAsOf(index, counted) ?? today;
    return table === "by-field" ? tabulateByField(facts, asOf) : tabulateByCountry(facts, asOf, countryLabel);
  });
}

/** One fact for each listing the reader may see. */
export async function listingFacts(tx: Tx): Promise<readonly ListingFact[]> {
  const index = await facetIndex(tx);
  return listingFactsOf(index, index.rows.values());
}

/** More than there can be orders of nine fields in use; keeps the key of three numbers unique. */
const LISTS_AT_MOST = 1_000_000;

/** Records with the same values have the same facts: they are made once. */
function listingFactsOf({ pool }: FacetIndex, rows: Iterable<FacetRow>): readonly ListingFact[] {
  const made = new Map<number, readonly ListingFact[]>();
  const facts: ListingFact[] = [];
  for (const row of rows) {
    const [field = 0, country = 0, , , parties = 0] = row.lists;
    const key = (country * LISTS_AT_MOST + field) * 2 + parties;
    const own = made.get(key) ?? factsOfValues(pool, row);
    made.set(key, own);
    for (const fact of own) facts.push(fact);
  }
  return facts;
}

function factsOfValues(pool: ListPool, row: FacetRow): readonly ListingFact[] {
  const countries = valuesOf(pool, row, "country").filter((country) => country !== UNKNOWN);
  const oneToOne = valuesOf(pool, row, "parties")[0] === "one";
  const fields = valuesOf(pool, row, "field").filter(isField);
  return fields.map((field, at) => ({ field, relisted: at > 0, oneToOne, countries }));
}

function commonAsOf({ pool }: FacetIndex, rows: readonly FacetRow[]): string | null {
  const said = new Set<string | null>();
  for (const row of rows) if (!said.has(row.asOf) && valuesOf(pool, row, "field").length > 0) said.add(row.asOf);
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}

const countryLabel = (country: string) => ({ label: countryName(country, "ja"), kana: countryKana(country) });
