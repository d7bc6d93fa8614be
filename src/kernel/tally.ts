/**
 * Tally with an inner count (内書): `25(4)` is 25 listings, 4 of them relistings (再掲).
 *
 * Both counts are additive, and 0 ≤ relisted ≤ n always (release check C2).
 */

export type Tally = Readonly<{ n: number; relisted: number }>;

export const emptyTally: Tally = { n: 0, relisted: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return { n: a.n + b.n, relisted: a.relisted + b.relisted };
}

export function sumTallies(tallies: Iterable<Tally>): Tally {
  let sum = emptyTally;
  for (const tally of tallies) sum = addTallies(sum, tally);
  return sum;
}

export function isSameTally(a: Tally, b: Tally): boolean {
  return a.n === b.n && a.relisted === b.relisted;
}

/** As reports print it: the inner count in half-width brackets, left out when zero. */
export function formatTally({ n, relisted }: Tally): string {
  return relisted === 0 ? `${n}` : `${n}(${relisted})`;
}
