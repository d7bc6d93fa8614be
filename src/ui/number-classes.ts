/**
 * Classes of a map: zero stands apart, the rest falls into four classes whose bounds are printed beside the map.
 */

/** Lowest number of classes two, three and four; class one begins at 1. */
export type ClassBounds = readonly [number, number, number];

const SMALL_BOUNDS: ClassBounds = [3, 6, 10];
const SHARES = [0.4, 0.7, 0.9] as const;

/** Up to about fifteen the bounds are fixed, so that small maps stay comparable; above they follow the values. */
export function classBounds(values: readonly number[]): ClassBounds {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  if ((sorted.at(-1) ?? 0) <= 15) return SMALL_BOUNDS;
  const at = (share: number) => roundToOneDigit(sorted[Math.floor(share * (sorted.length - 1))] ?? 1);
  const second = Math.max(2, at(SHARES[0]));
  const third = Math.max(second + 1, at(SHARES[1]));
  return [second, third, Math.max(third + 1, at(SHARES[2]))];
}

/** 0 for zero, else 1 to 4. */
export function classOf(value: number, bounds: ClassBounds): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0) return 0;
  if (value < bounds[0]) return 1;
  if (value < bounds[1]) return 2;
  return value < bounds[2] ? 3 : 4;
}

function roundToOneDigit(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.round(value / unit) * unit;
}
