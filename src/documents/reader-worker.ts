/**
 * Entry of the process in which files from outside are parsed: a parser that runs away or eats memory ends here and
 * not in the server. Started by worker-process.ts, one process per file.
 */
import { readBytes } from "./readers/read-bytes.ts";
import type { ReaderMessage, ReaderTask } from "./run-reader-worker.ts";
import { watchMemory } from "./watch-memory.ts";

// The parent sends one message, a ReaderTask.
process.once("message", async (message) => {
  const { format, bytes, limits } = message as ReaderTask;
  watchMemory(limits.maxWorkerMb);
  send({ kind: "started" });
  send({ kind: "done", result: await readBytes(format, bytes, limits) });
});

function send(message: ReaderMessage): void {
  process.send?.(message);
}
