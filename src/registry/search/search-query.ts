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
import { type FacetIndex, facetIndex } from "../facets/facet-index-query.ts";
import { type Alternative, expandQuery, type Term } from "./expand-term.ts";

/** More hits than this are not counted on; the list then says 「以上」. */
export const SEARCH_CAP = 200_000;

export type SearchExplanation = Readonly<{
  terms: readonly Term[];
  /** More was found than is counted. */
  isCapped: boolean;
}>;

export type Search = Readonly<{ matched: ReadonlySet<number>; explanation: SearchExplanation }>;

/** @returns undefined when nothing is searched for. */
export async function searchAgreements(tx: Tx, query: string | undefined): Promise<Search | undefined> {
  const terms = expandQuery(query ?? "");
  if (terms.length === 0) return undefined;
  const index = await facetIndex(tx);
  const key = `search ${JSON.stringify(terms.map(({ term }) => term))}`;
  const known = index.memory.get(key);
  if (known !== undefined) return known as Search; // only this function writes keys of this form
  const search = await runSearch(tx, index, terms);
  index.memory.set(key, search);
  return search;
}

async function runSearch(tx: Tx, index: FacetIndex, terms: readonly Term[]): Promise<Search> {
  let matched: Set<number> | undefined;
  let isCapped = false;
  for (const { alternatives } of terms) {
    const found = new Set<number>();
    for (const alternative of alternatives) {
      const nos = await findNumbers(tx, index, alternative);
      isCapped ||= nos.length >= SEARCH_CAP;
      for (const no of nos) if (index.rows.has(no) && (matched?.has(no) ?? true)) found.add(no);
    }
    matched = found;
  }
  return { matched: matched ?? new Set(), explanation: { terms, isCapped } };
}

async function findNumbers(tx: Tx, index: FacetIndex, wanted: Alternative): Promise<readonly number[]> {
  if (wanted.kind === "text") return findText(tx, wanted.key);
  const rows = [...index.rows.values()];
  const own = rows.filter(({ countries, governments }) =>
    wanted.kind === "country" ? countries.includes(wanted.country) : governments.includes(wanted.government),
  );
  return own.map(({ no }) => no);
}

async function findText(tx: Tx, key: string): Promise<readonly number[]> {
  const pattern = [...key].length > 2 ? `%${key.replace(/[\\%_]/g, "\\$&")}%` : null;
  const { rows } = await sql<{ nos: readonly number[] }>`
    select search_ids(${bigrams(key)}::text[], ${pattern}::text, ${SEARCH_CAP}::integer) as nos`.execute(tx);
  return rows[0]?.nos ?? [];
}
