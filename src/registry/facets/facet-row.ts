/**
 * What counting needs to know of an agreement, small enough to hold a hundred thousand of them in memory.
 *
 * Most records share their values with many others (one country, one field), so a record holds the number of a list of
 * values, and every list is kept, tested and expanded once.
 */
export const FACETS = ["field", "country", "prefecture", "decade", "parties"] as const;
export type Facet = (typeof FACETS)[number];

export type FacetRow = Readonly<{
  no: number;
  /** Numbers of its value lists, in the order of FACETS. Fields stand in the order of the listings. */
  lists: readonly number[];
  governments: readonly string[];
  counterparts: readonly string[];
  /** As-of date said by all of its sources alike, or null. */
  asOf: string | null;
}>;

export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** Value lists by facet; a list's number is its place. They are only ever added to. */
export type ListPool = Readonly<
  Record<Facet, Readonly<{ lists: (readonly string[])[]; numbers: Map<string, number> }>>
>;

export function makeListPool(): ListPool {
  const empty = () => ({ lists: [], numbers: new Map<string, number>() });
  return { field: empty(), country: empty(), prefecture: empty(), decade: empty(), parties: empty() };
}

export function poolValues(pool: ListPool, values: FacetValues): readonly number[] {
  return FACETS.map((facet) => {
    const { lists, numbers } = pool[facet];
    const key = values[facet].join(",");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, lists.length);
    return lists.push(values[facet]) - 1;
  });
}

export function valuesOf(pool: ListPool, row: FacetRow, facet: Facet): readonly string[] {
  return pool[facet].lists[row.lists[FACETS.indexOf(facet)] ?? -1] ?? [];
}
