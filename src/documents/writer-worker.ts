/**
 * Entry of the process in which documents are written, so that a long report does not hold up the server, and one that
 * needs too much ends here. Started by worker-process.ts, one process per document.
 */
import { flushCompileCache } from "node:module";
import { watchMemory } from "./watch-memory.ts";
import { setDocument, type WriterMessage, type WriterTask } from "./writers/set-document.ts";

// The parent sends one message, a WriterTask.
process.once("message", async (message) => {
  const { checked, format, limits } = message as WriterTask;
  watchMemory(limits.maxWorkerMb);
  send({ kind: "started" });
  try {
    const result = await setDocument(checked, format);
    flushCompileCache(); // now, since the parent ends this process as soon as it has the result
    send({ kind: "done", result });
  } catch (error) {
    send({ kind: "fault", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function send(message: WriterMessage): void {
  process.send?.(message);
}
