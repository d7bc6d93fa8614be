import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**", "test/start/**", "test/cli/**", "node_modules/**"],
    globalSetup: ["test/support/server.ts", "test/support/built-workers.ts"],
    setupFiles: [
      "test/support/property-seed.ts",
      "test/support/unconfigured-site.ts",
      "test/support/quick-hashes.ts",
      "test/support/use-built-workers.ts",
    ],
    testTimeout: 300_000, // the longest take ten seconds on a machine that has nothing else to do
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    isolate: false, // loading the modules anew for each file costs more than all tests together
    env: { NODE_COMPILE_CACHE: "node_modules/.cache/compiled" }, // for the workers that read and write documents
  },
});
