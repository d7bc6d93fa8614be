/**
 * Runs a reader in a process of its own with a cap on heap, memory and time; whatever goes over is ended and becomes
 * a problem. At most two run at once, the others wait: a burst of uploads must not add up.
 *
 * A process and not a thread: one large allocation in a worker thread passes its resource limits and aborts the whole
 * server (seen with a shared string table of 40 MB).
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { refuse } from "../kernel/outcome.ts";
import type { ReadLimits, ReadProblem } from "./read-problem.ts";
import type { ReadingOutcome } from "./readers/reading.ts";
import type { FileFormat } from "./source-text.ts";

export type ReaderTask = Readonly<{ format: FileFormat; bytes: Uint8Array; limits: ReadLimits }>;
export type ReaderMessage = Readonly<{ kind: "started" }> | Readonly<{ kind: "done"; outcome: ReadingOutcome }>;

const MAX_WORKERS = 2;
/** How V8 running out of memory shows where there are no signals. */
const ABORTED = 134;

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
  const worker = startWorker(limits);
  return new Promise<ReadingOutcome>((resolve, reject) => {
    let hasStarted = false;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A message may still be on its way to a process that is gone; nobody waits for it any more.
      worker.on("error", () => undefined);
      worker.kill("SIGKILL");
      settle();
    };
    const refuseWith = (problem: ReadProblem) => end(() => resolve(refuse(problem)));
    const timer = setTimeout(
      () => refuseWith({ code: "took_too_long", limitMilliseconds: limits.maxMilliseconds }),
      limits.maxMilliseconds,
    );
    worker.on("message", (message: ReaderMessage) => {
      if (message.kind === "started") hasStarted = true;
      else end(() => resolve(message.outcome));
    });
    worker.on("error", (error) => end(() => reject(new Error("the reader worker did not start", { cause: error }))));
    worker.on("exit", (code, signal) => {
      if (signal !== null || code === ABORTED) {
        refuseWith({ code: "worker_out_of_memory", limitMb: limits.maxWorkerHeapMb });
      } else if (hasStarted) {
        // Before the reader runs it is our own code that fails; afterwards it is what the file made a parser do.
        refuseWith({ code: "damaged_file", format, detail: `the reader ended with code ${code}` });
      } else {
        end(() => reject(new Error(`the reader worker did not start (code ${code}): ${workerUrl}`)));
      }
    });
    const task: ReaderTask = { format, bytes: Uint8Array.from(bytes), limits };
    worker.send(task);
  });
}

/** What parsers print about a file must not get between the lines of `--json` output, so nothing is passed on. */
function startWorker({ maxWorkerHeapMb }: ReadLimits): ChildProcess {
  const { SystemRoot } = process.env; // Windows starts no process without it
  return fork(fileURLToPath(workerUrl), [], {
    execArgv: [`--max-old-space-size=${maxWorkerHeapMb}`],
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
