import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

/** Journeys of a real browser through the real server, its start and stop, and its commands. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts", "test/start/**/*.test.ts", "test/cli/**/*.test.ts"],
    globalSetup: ["test/support/served-application.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2, // each has its own application; the files of one worker share its records
    isolate: false,
    env: { NODE_COMPILE_CACHE: "node_modules/.cache/compiled" }, // for the servers and commands that tests start
  },
});
