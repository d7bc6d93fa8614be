/**
 * Does one piece of work on a document in a process of its own with a cap on heap, memory and time. At most two run at
 * once, the others wait: a burst of uploads or reports must not add up.
 *
 * A process and not a thread: one large allocation in a worker thread passes its resource limits and aborts the whole
 * server (seen with a shared string table of 40 MB).
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type WorkerName = "reader-worker" | "writer-worker";

export type WorkerLimits = Readonly<{ maxMilliseconds: number; maxWorkerHeapMb: number; maxWorkerMb: number }>;

/** What a worker sends: that its modules are loaded and it begins, then what came out, or what went wrong in our code. */
export type WorkerMessage<Result> =
  | Readonly<{ kind: "started" }>
  | Readonly<{ kind: "done"; result: Result }>
  | Readonly<{ kind: "fault"; detail: string }>;

export type WorkerEnd<Result> =
  | Readonly<{ kind: "done"; result: Result }>
  | Readonly<{ kind: "took_too_long" | "out_of_memory" }>
  /** It began and ended by itself without a word. */
  | Readonly<{ kind: "ended"; code: number | null }>;

const MAX_WORKERS = 2;
/** How V8 running out of memory shows where there are no signals. */
const ABORTED = 134;

let workerFolder: URL | null = null;
let running = 0;
const waiting: (() => void)[] = [];

/** For a program that is not built together with the workers: the folder in which they lie, with a slash at its end. */
export function setWorkerFolder(folder: URL): void {
  workerFolder = folder;
}

export async function runWorker<Result>(
  name: WorkerName,
  task: Readonly<Record<string, unknown>>,
  limits: WorkerLimits,
): Promise<WorkerEnd<Result>> {
  if (running >= MAX_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await superviseWorker(findWorker(name), task, limits);
  } finally {
    // Whoever waits takes over this place, so the count changes only when nobody does.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Source runs as TypeScript beside this file; a bundle has the built worker beside it or, from a chunk, above it. */
function findWorker(name: WorkerName): URL {
  if (workerFolder !== null) return new URL(`${name}.js`, workerFolder);
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL(`${name}.ts`, here);
  const candidates = [`${name}.js`, `../${name}.js`].map((path) => new URL(path, here));
  const [beside = new URL(`${name}.js`, here)] = candidates;
  return candidates.find((url) => url.protocol === "file:" && existsSync(url)) ?? beside;
}

function superviseWorker<Result>(
  url: URL,
  task: Readonly<Record<string, unknown>>,
  limits: WorkerLimits,
): Promise<WorkerEnd<Result>> {
  const worker = startWorker(url, limits);
  return new Promise<WorkerEnd<Result>>((resolve, reject) => {
    let hasStarted = false;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A message may still be on its way to a process that is gone; nobody waits for it any more.
      worker.on("error", () => undefined);
      worker.kill("SIGKILL");
      settle();
    };
    const timer = setTimeout(() => end(() => resolve({ kind: "took_too_long" })), limits.maxMilliseconds);
    worker.on("message", (message: WorkerMessage<Result>) => {
      if (message.kind === "started") hasStarted = true;
      else if (message.kind === "done") end(() => resolve(message));
      else end(() => reject(new Error(message.detail)));
    });
    worker.on("error", (error) => end(() => reject(new Error("the worker did not start", { cause: error }))));
    worker.on("exit", (code, signal) => {
      if (signal !== null || code === ABORTED) end(() => resolve({ kind: "out_of_memory" }));
      else if (hasStarted) end(() => resolve({ kind: "ended", code }));
      else end(() => reject(new Error(`the worker did not start (code ${code}): ${url}`)));
    });
    worker.send({ ...task, limits });
  });
}

/** What libraries print about a file must not get between the lines of `--json` output, so nothing is passed on. */
function startWorker(url: URL, { maxWorkerHeapMb }: WorkerLimits): ChildProcess {
  // Windows starts no process without its root; code compiled once is kept where the server keeps its own.
  const { SystemRoot, NODE_COMPILE_CACHE } = process.env;
  const passed = Object.entries({ SystemRoot, NODE_COMPILE_CACHE }).filter(([, value]) => value !== undefined);
  return fork(fileURLToPath(url), [], {
    execArgv: [`--max-old-space-size=${maxWorkerHeapMb}`],
    env: Object.fromEntries(passed),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
