/** Reads a file in a process of its own; whatever goes over a limit is ended and becomes a problem. */
import { refuse } from "../kernel/outcome.ts";
import type { ReadLimits } from "./read-problem.ts";
import type { ReadingOutcome } from "./readers/reading.ts";
import type { FileFormat } from "./source-text.ts";
import { runWorker, type WorkerMessage } from "./worker-process.ts";

export type ReaderTask = Readonly<{ format: FileFormat; bytes: Uint8Array; limits: ReadLimits }>;
export type ReaderMessage = WorkerMessage<ReadingOutcome>;

export async function runReaderWorker({ format, bytes, limits }: ReaderTask): Promise<ReadingOutcome> {
  const task = { format, bytes: Uint8Array.from(bytes) };
  const end = await runWorker<ReadingOutcome>("reader-worker", task, limits);
  switch (end.kind) {
    case "done":
      return end.result;
    case "took_too_long":
      return refuse({ code: "took_too_long", limitMilliseconds: limits.maxMilliseconds });
    case "out_of_memory":
      return refuse({ code: "worker_out_of_memory", limitMb: limits.maxWorkerHeapMb });
    case "ended":
      // Before the reader runs it is our own code that fails; afterwards it is what the file made a parser do.
      return refuse({ code: "damaged_file", format, detail: `the reader ended with code ${end.code}` });
  }
}
