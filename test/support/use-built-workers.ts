/** Before each test file: see built-workers.ts. */
import { inject } from "vitest";
import { setWorkerFolder } from "../../src/documents/read-source.ts";

const folder = inject("builtWorkers");
if (folder !== null) setWorkerFolder(new URL(folder));
