/** Ends this process when it takes more memory than allowed. Typed arrays and native code stand outside the heap limit. */
import { Worker } from "node:worker_threads";

/** Runs beside the work, which does not give way while it goes on. */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL"); }, 50);
`;

export function watchMemory(maxMb: number): void {
  new Worker(WATCH, { eval: true, workerData: maxMb * 1024 * 1024 }).unref();
}
