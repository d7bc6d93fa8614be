/** A small seeded generator (mulberry32), so that every run measures the same invented records. */

export type Random = Readonly<{
  /** From 0 (included) to 1 (not included). */
  next: () => number;
  /** From 0 (included) to `below` (not included). */
  whole: (below: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** The first entries come up most often, as words and places do (a cubed draw). */
  pickSkewed: <T>(list: readonly T[]) => T;
}>;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], place: number): T => {
    const chosen = list[Math.floor(place * list.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  };
  return {
    next,
    whole: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick: (list) => at(list, next()),
    pickSkewed: (list) => at(list, next() ** 3),
  };
}
