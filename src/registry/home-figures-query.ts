/** The key figures of the public home page. */
import { emptyTally } from "../kernel/tally.ts";
import type { Tx } from "../platform/index.ts";
import { UNKNOWN } from "./criteria.ts";
import type { Totals } from "./facets/facet-counts.ts";
import { facetIndex, remember } from "./facets/facet-index-query.ts";
import { type FacetCount, facetCounts } from "./facets/facets-query.ts";
import { FIELDS, type Field } from "./field.ts";
import { type AgreementSummary, listAgreements } from "./list-agreements-query.ts";
import { tabulate } from "./tabulate.ts";

export type HomeFigures = Readonly<{
  totals: Totals;
  /** Month or day the figures stand for. */
  asOf: string;
  /** Distinct local governments that signed, and countries of the parties abroad. */
  governments: number;
  countries: number;
  byPrefecture: readonly FacetCount[];
  byCountry: readonly FacetCount[];
  byDecade: readonly FacetCount[];
  byField: readonly Readonly<{ field: Field; n: number; relisted: number }>[];
  /** Signed last, newest first. */
  latest: readonly AgreementSummary[];
}>;

export async function homeFigures(tx: Tx, today: string): Promise<HomeFigures> {
  const { totals, facets } = await facetCounts(tx, {});
  const table = await tabulate(tx, { table: "by-field", today });
  const total = table.rows.find(({ kind }) => kind === "total");
  const latest = await listAgreements(tx, { criteria: {}, limit: 5 });
  return {
    totals,
    asOf: table.asOf,
    governments: await countGovernments(tx),
    countries: facets.country.filter(({ value }) => value !== UNKNOWN).length,
    byPrefecture: facets.prefecture,
    byCountry: facets.country,
    byDecade: facets.decade,
    byField: FIELDS.map((field) => ({ field, ...(total?.cells[field] ?? emptyTally) })),
    latest: latest.rows,
  };
}

async function countGovernments(tx: Tx): Promise<number> {
  const index = await facetIndex(tx);
  return remember(index, "governments", () => {
    const codes = new Set<string>();
    for (const { governments } of index.rows.values()) for (const code of governments) codes.add(code);
    return codes.size;
  });
}
