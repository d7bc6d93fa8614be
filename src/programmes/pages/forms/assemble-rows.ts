/** The list that the rows of a form make of a saved one: what stays, what is read anew, and in which order. */
import { type PlacedRow, rowRef } from "./form-rows.ts";

export type Assembled<T> = Readonly<{ value: T; row: PlacedRow | null; ref: string }>;

/**
 * The list the rows make: values that no row was sent for keep their place, the others stand in the order of their rows.
 *
 * @param kinds the rows, by kind.
 */
export function assemble<T>(
  saved: readonly T[],
  kinds: readonly (readonly PlacedRow[])[],
  read: (placed: PlacedRow, was: T | undefined) => T,
): readonly Assembled<T>[] {
  return slotsOf(saved.length, kinds).flatMap((slot): readonly Assembled<T>[] => {
    if ("saved" in slot) {
      return saved.slice(slot.saved, slot.saved + 1).map((value) => ({ value, row: null, ref: `b${slot.saved}` }));
    }
    const { row } = slot;
    if (row.isRemoved) return [];
    return [{ value: read(row, row.base === null ? undefined : saved[row.base]), row, ref: rowRef(row.row) }];
  });
}

type Slot = Readonly<{ row: PlacedRow } | { saved: number }>;

/**
 * Where each value of a list stands. Saved values that were not sent keep their place; the sent ones of a kind stand in
 * the order they were sent, in the places that kind had; new rows come behind the one they follow, or last.
 *
 * @param kinds rows by kind: two kinds may share a list, as sub-items and posts do.
 */
function slotsOf(saved: number, kinds: readonly (readonly PlacedRow[])[]): readonly Slot[] {
  const ordered = kinds.map(placesOf);
  const taken = new Map(ordered.flatMap(({ places }) => places));
  const kept = Array.from({ length: saved }, (_, at): readonly Slot[] => {
    const rows = taken.get(at);
    return rows === undefined ? [{ saved: at }] : rows.map((row) => ({ row }));
  });
  return [...kept.flat(), ...ordered.flatMap(({ last }) => last.map((row) => ({ row })))];
}

type Places = Readonly<{
  /** By place in the list: the row that stands there, with new ones around it. */
  places: readonly (readonly [number, readonly PlacedRow[]])[];
  last: readonly PlacedRow[];
}>;

function placesOf(rows: readonly PlacedRow[]): Places {
  const bases = rows.flatMap(({ base }) => base ?? []).toSorted((a, b) => a - b);
  const end = 1 + rows.findLastIndex(({ base }) => base !== null);
  const groups = bases.map((): PlacedRow[] => []);
  let at = 0;
  let isBegun = false;
  for (const row of rows.slice(0, end)) {
    if (row.base !== null && isBegun) at += 1;
    isBegun ||= row.base !== null;
    groups[at]?.push(row);
  }
  return { places: bases.map((base, index) => [base, groups[index] ?? []] as const), last: rows.slice(end) };
}
