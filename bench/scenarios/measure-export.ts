/** All agreements as one CSV file: when the first byte comes, when the last, and what the server needs for it. */
import type { Application } from "../measure/application.ts";
import { highestResidentMb, residentMb } from "../measure/process-memory.ts";
import { timesOf } from "../measure/quantiles.ts";

export type ExportResult = Readonly<{
  bytes: number;
  firstByteMs: number;
  totalMs: number;
  beforeMb: number | null;
  highestMb: number | null;
}>;

const PATH = "/agreements.csv";
const TIMES = 3;

/** Medians of three; memory is the highest of all three over what it was before the first. */
export async function measureExport({ client, pid }: Application): Promise<ExportResult> {
  const beforeMb = residentMb(pid);
  const answers: Awaited<ReturnType<typeof client.get>>[] = [];
  const highestMb = await highestResidentMb(pid, async () => {
    for (let time = 0; time < TIMES; time += 1) answers.push(await client.get(PATH, { keepBody: false }));
  });
  return {
    ...{ bytes: answers[0]?.bytes ?? 0, beforeMb, highestMb },
    firstByteMs: timesOf(answers.map(({ firstByteMs }) => firstByteMs)).p50,
    totalMs: timesOf(answers.map(({ totalMs }) => totalMs)).p50,
  };
}
