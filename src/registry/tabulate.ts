/** Cross tables of the registry, counted from its records: a listing is a relisting when it is not an agreement's first. */
import { countryKana, countryName } from "../kernel/country.ts";
import type { Tx } from "../platform/index.ts";
import type { Criteria } from "./criteria.ts";
import { type CrossTable, type ListingFact, type TableId, tabulateByCountry, tabulateByField } from "./cross-table.ts";
import { selectRows } from "./facets/facet-counts.ts";
import { facetIndex } from "./facets/facet-index-query.ts";
import type { FacetRow } from "./facets/facet-row.ts";

export type TabulationRequest = Readonly<{
  table: TableId;
  /** The day of the count, YYYY-MM-DD; printed unless every record states the same earlier as-of date. */
  today: string;
  criteria?: Criteria;
}>;

export async function tabulate(tx: Tx, { table, today, criteria = {} }: TabulationRequest): Promise<CrossTable> {
  const { rows, memory } = await facetIndex(tx);
  const key = `table ${table} ${today} ${JSON.stringify(criteria)}`;
  const known = memory.get(key);
  if (known !== undefined) return known as CrossTable; // only this function writes keys of this form
  const counted = [...selectRows(rows.values(), criteria, undefined)];
  const facts = counted.flatMap(listingFactsOf);
  const asOf = commonAsOf(counted) ?? today;
  const made = table === "by-field" ? tabulateByField(facts, asOf) : tabulateByCountry(facts, asOf, countryLabel);
  memory.set(key, made);
  return made;
}

/** One fact for each listing the reader may see. */
export async function listingFacts(tx: Tx): Promise<readonly ListingFact[]> {
  const { rows } = await facetIndex(tx);
  return [...rows.values()].flatMap(listingFactsOf);
}

function listingFactsOf({ listings, isOneToOne, countries }: FacetRow): readonly ListingFact[] {
  return listings.map((field, at) => ({ field, relisted: at > 0, oneToOne: isOneToOne, countries }));
}

function commonAsOf(rows: readonly FacetRow[]): string | null {
  const said = new Set(rows.filter(({ listings }) => listings.length > 0).map(({ asOf }) => asOf));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}

const countryLabel = (country: string) => ({ label: countryName(country, "ja"), kana: countryKana(country) });
