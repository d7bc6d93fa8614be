/**
 * Entry of the worker thread in which files from outside are parsed: a parser that runs away or eats memory ends
 * here and not in the server. Started by run-reader-worker.ts, one thread per file.
 */
import { parentPort, workerData } from "node:worker_threads";
import { readBytes } from "./readers/read-bytes.ts";
import type { ReaderMessage, ReaderTask } from "./run-reader-worker.ts";

function send(message: ReaderMessage): void {
  parentPort?.postMessage(message);
}

// workerData is written by run-reader-worker.ts alone, as a ReaderTask.
const task = workerData as ReaderTask;

send({ kind: "started" });
send({ kind: "done", outcome: await readBytes(task.format, task.bytes, task.limits) });
