/**
 * Several ways of doing one thing, measured side by side: in every round each takes its turn, so that a disturbance of
 * the machine falls on all of them. The first round of each warms up and is thrown away.
 */
import { type Times, timesOf } from "./quantiles.ts";

export type Way = () => Promise<unknown>;

export type Plan = Readonly<{
  rounds: number;
  /** Calls of each way in a round. */
  calls: number;
  /** How many run at the same time. */
  concurrency: number;
}>;

export async function measureInterleaved<Name extends string>(
  ways: Readonly<Record<Name, Way>>,
  { rounds, calls, concurrency }: Plan,
): Promise<Readonly<Record<Name, Times>>> {
  const named = Object.entries(ways) as [Name, Way][]; // keys of the record
  const samples = new Map<Name, number[]>(named.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, way] of named) {
      const times = await runConcurrently(way, round === 0 ? Math.ceil(calls / 2) : calls, concurrency);
      if (round > 0) samples.get(name)?.push(...times);
    }
  }
  const measured = named.map(([name]) => [name, timesOf(samples.get(name) ?? [])] as const);
  return Object.fromEntries(measured) as Record<Name, Times>; // one for each way
}

async function runConcurrently(way: Way, calls: number, concurrency: number): Promise<readonly number[]> {
  const times: number[] = [];
  let left = calls;
  const runner = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await timed(way));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, runner));
  return times;
}

export async function timed(way: Way): Promise<number> {
  const startedAt = performance.now();
  await way();
  return performance.now() - startedAt;
}
