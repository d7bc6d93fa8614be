/**
 * Entry of the process in which files from outside are parsed: a parser that runs away or eats memory ends here and
 * not in the server. Started by run-reader-worker.ts, one process per file.
 */
import { Worker } from "node:worker_threads";
import { readBytes } from "./readers/read-bytes.ts";
import type { ReaderMessage, ReaderTask } from "./run-reader-worker.ts";

/** Runs beside the parser, which does not give way while it works. Typed arrays stand outside the heap limit. */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL"); }, 50);
`;

// The parent sends one message, a ReaderTask.
process.once("message", async (message) => {
  const { format, bytes, limits } = message as ReaderTask;
  new Worker(WATCH, { eval: true, workerData: limits.maxWorkerMb * 1024 * 1024 }).unref();
  send({ kind: "started" });
  send({ kind: "done", outcome: await readBytes(format, bytes, limits) });
});

function send(message: ReaderMessage): void {
  process.send?.(message);
}
