/**
 * Entry of the process in which files from outside are parsed: a parser that runs away or eats memory ends here and
 * not in the server. Started by worker-process.ts, one process per file.
 */
import { flushCompileCache } from "node:module";
import { readBytes } from "./readers/read-bytes.ts";
import type { ReaderMessage, ReaderTask } from "./run-reader-worker.ts";
import { watchMemory } from "./watch-memory.ts";

// The parent sends one message, a ReaderTask.
process.once("message", async (message) => {
  const { format, bytes, limits } = message as ReaderTask;
  watchMemory(limits.maxWorkerMb);
  send({ kind: "started" });
  const result = await readBytes(format, bytes, limits);
  flushCompileCache(); // now, since the parent ends this process as soon as it has the result
  send({ kind: "done", result });
});

function send(message: ReaderMessage): void {
  process.send?.(message);
}
