/** Median and 95th percentile of times in milliseconds (nearest rank). */

export type Times = Readonly<{ n: number; p50: number; p95: number }>;

export function timesOf(samples: readonly number[]): Times {
  const ordered = samples.toSorted((a, b) => a - b);
  const at = (share: number) => ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
  return { n: ordered.length, p50: at(0.5), p95: at(0.95) };
}
