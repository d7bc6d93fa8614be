/**
 * Runs a reader in a worker thread with a cap on heap, memory of the process and time; whatever goes over is ended
 * and becomes a problem. At most two run at once, the others wait: a burst of uploads must not add up.
 */
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { refuse } from "../kernel/outcome.ts";
import type { ReadLimits, ReadProblem } from "./read-problem.ts";
import type { ReadingOutcome } from "./readers/reading.ts";
import type { FileFormat } from "./source-text.ts";

export type ReaderTask = Readonly<{ format: FileFormat; bytes: Uint8Array; limits: ReadLimits }>;
export type ReaderMessage = Readonly<{ kind: "started" }> | Readonly<{ kind: "done"; outcome: ReadingOutcome }>;

const MAX_WORKERS = 2;
const WATCH_MILLISECONDS = 50;

let workerUrl = findWorkerUrl(import.meta.url);
let running = 0;
const waiting: (() => void)[] = [];

/** For a build whose worker entry lies elsewhere than beside the bundle. */
export function setReaderWorkerUrl(url: URL): void {
  workerUrl = url;
}

export async function runReaderWorker(task: ReaderTask): Promise<ReadingOutcome> {
  if (running >= MAX_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await superviseWorker(task);
  } finally {
    // Whoever waits takes over this place, so the count changes only when nobody does.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Source runs as TypeScript beside this file; a bundle has `reader-worker.js` beside it or, from a chunk, above it. */
function findWorkerUrl(moduleUrl: string): URL {
  if (moduleUrl.endsWith(".ts")) return new URL("reader-worker.ts", moduleUrl);
  const candidates = ["reader-worker.js", "../reader-worker.js"].map((path) => new URL(path, moduleUrl));
  const [beside = new URL("reader-worker.js", moduleUrl)] = candidates;
  return candidates.find((url) => url.protocol === "file:" && existsSync(url)) ?? beside;
}

function superviseWorker({ format, bytes, limits }: ReaderTask): Promise<ReadingOutcome> {
  const worker = startWorker({ format, bytes: Uint8Array.from(bytes), limits });
  return new Promise<ReadingOutcome>((resolve, reject) => {
    let hasStarted = false;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners("exit");
      worker.terminate().then(settle, reject);
    };
    const refuseWith = (problem: ReadProblem) => end(() => resolve(refuse(problem)));
    const outOfMemory = () => refuseWith({ code: "worker_out_of_memory", limitMb: limits.maxWorkerHeapMb });
    const timer = setTimeout(
      () => refuseWith({ code: "took_too_long", limitMilliseconds: limits.maxMilliseconds }),
      limits.maxMilliseconds,
    );
    const watch = watchGrowth(limits, outOfMemory);
    worker.on("message", (message: ReaderMessage) => {
      if (message.kind === "started") hasStarted = true;
      else end(() => resolve(message.outcome));
    });
    worker.on("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") outOfMemory();
      // Before the reader runs it is our own code that failed; afterwards it is what the file made a parser do.
      else if (!hasStarted) end(() => reject(new Error("the reader worker did not start", { cause: error })));
      else refuseWith({ code: "damaged_file", format, detail: `${error.name}: ${error.message}`.slice(0, 300) });
    });
    worker.on("exit", (code) => {
      end(() => reject(new Error(`the reader worker ended with code ${code} and no answer`)));
    });
  });
}

function startWorker(task: ReaderTask): Worker {
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: task.limits.maxWorkerHeapMb },
    execArgv: [],
    env: {},
    // What parsers print about a file must not get between the lines of `--json` output.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** The heap limit of a worker does not count typed arrays, and inflated streams of a PDF are typed arrays. */
function watchGrowth({ maxWorkerGrowthMb }: ReadLimits, onGrown: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > maxWorkerGrowthMb * 1024 * 1024) onGrown();
  }, WATCH_MILLISECONDS);
}
