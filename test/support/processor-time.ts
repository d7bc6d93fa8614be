/**
 * How long this thread itself worked, in milliseconds: for tests that something is read in passing. By the clock they
 * would fail on a machine that is busy with others; a pattern that tries every way to match works for minutes anywhere.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
