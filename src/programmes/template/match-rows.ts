/**
 * Which row of a sheet is which row of the record, after people sorted, copied and deleted rows.
 *
 * A hidden number names the row of the record. Of copies that carry the same number the one that differs least is the
 * old row, the others are new. Sorting the sheet does not sort the record: only where its own rows stand in order do
 * new rows keep their place between them.
 */
export type MatchedRow<Row> = Readonly<{
  row: Row;
  /** Index in the record; null for a new row. */
  known: number | null;
}>;

export type Matching<Row> = Readonly<{
  rows: readonly MatchedRow<Row>[];
  /** Indexes in the record that no row names any more. */
  gone: readonly number[];
}>;

/** @param likeness of a row to the row of the record with this index: the larger, the more alike. */
export function matchRows<Row extends Readonly<{ order: number | null }>>(
  rows: readonly Row[],
  known: number,
  likeness: (row: Row, index: number) => number,
): Matching<Row> {
  const claims = Map.groupBy(rows, ({ order }) => (order !== null && order <= known ? order - 1 : null));
  const owners = new Map<Row, number>();
  for (const [index, claiming] of claims) {
    if (index === null) continue;
    const [first, ...others] = claiming;
    if (first === undefined) continue;
    const best = others.reduce((one, other) => (likeness(other, index) > likeness(one, index) ? other : one), first);
    owners.set(best, index);
  }
  const matched = rows.map((row): MatchedRow<Row> => ({ row, known: owners.get(row) ?? null }));
  const indexes = matched.flatMap((one) => one.known ?? []);
  const isInOrder = indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? -1));
  const last = Number.POSITIVE_INFINITY;
  return {
    rows: isInOrder ? matched : matched.toSorted((a, b) => (a.known ?? last) - (b.known ?? last)),
    gone: Array.from({ length: known }, (_, index) => index).filter((index) => !claims.has(index)),
  };
}
