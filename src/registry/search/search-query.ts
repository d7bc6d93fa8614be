/**
 * Search: normalised text cut into bigrams, looked up below row-level security, and narrowed to what the reader sees.
 *
 * All terms must be found, each in one of its alternatives. Two characters are one bigram and need no second look;
 * from three on the text itself is compared. One character is kept in the same index. Found numbers are remembered
 * until the registry changes, so that paging and narrowing a search do not search again.
 */
import { sql } from "kysely";
import { bigrams } from "../../kernel/name-key.ts";
import type { Tx } from "../../platform/index.ts";
import { type Matched, selectRows } from "../facets/facet-counts.ts";
import { type FacetIndex, facetIndex, remember } from "../facets/facet-index-query.ts";
import { type Alternative, expandQuery, type Term } from "./expand-term.ts";

/** More hits than this are not counted on; the list then says 「以上」. */
export const SEARCH_CAP = 200_000;

export type SearchExplanation = Readonly<{
  terms: readonly Term[];
  /** More was found than is counted. */
  isCapped: boolean;
}>;

export type Search = Readonly<{ matched: Matched; explanation: SearchExplanation }>;

/** @returns undefined when nothing is searched for. */
export async function searchAgreements(tx: Tx, query: string | undefined): Promise<Search | undefined> {
  return searchIn(tx, await facetIndex(tx), query);
}

export async function searchIn(tx: Tx, index: FacetIndex, query: string | undefined): Promise<Search | undefined> {
  const terms = expandQuery(query ?? "");
  if (terms.length === 0) return undefined;
  return remember(index, `search ${JSON.stringify(terms.map(({ term }) => term))}`, () => runSearch(tx, index, terms));
}

/** One byte for each number: a hundred thousand records are 100 kB, and many searches can be remembered. */
async function runSearch(tx: Tx, index: FacetIndex, terms: readonly Term[]): Promise<Search> {
  const termsFound = new Uint8Array(1 + highestNumber(index));
  let isCapped = false;
  for (const [place, { alternatives }] of terms.entries()) {
    for (const alternative of alternatives) {
      const nos = await findNumbers(tx, index, alternative);
      isCapped ||= nos.length >= SEARCH_CAP;
      for (const no of nos) if (termsFound[no] === place) termsFound[no] = place + 1;
    }
  }
  return { matched: { has: (no) => termsFound[no] === terms.length }, explanation: { terms, isCapped } };
}

function highestNumber({ rows }: FacetIndex): number {
  let highest = 0;
  for (const no of rows.keys()) if (no > highest) highest = no;
  return highest;
}

async function findNumbers(tx: Tx, index: FacetIndex, wanted: Alternative): Promise<readonly number[]> {
  if (wanted.kind === "text") return findText(tx, wanted.key);
  const criteria = wanted.kind === "country" ? { country: wanted.country } : { government: wanted.government };
  return [...selectRows(index, criteria)].map(({ no }) => no);
}

async function findText(tx: Tx, key: string): Promise<readonly number[]> {
  const pattern = [...key].length > 2 ? `%${key.replace(/[\\%_]/g, "\\$&")}%` : null;
  const { rows } = await sql<{ nos: readonly number[] }>`
    select search_ids(${bigrams(key)}::text[], ${pattern}::text, ${SEARCH_CAP}::integer) as nos`.execute(tx);
  return rows[0]?.nos ?? [];
}
