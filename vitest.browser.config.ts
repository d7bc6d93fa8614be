import { defineConfig } from "vitest/config";

/** Journeys of a real browser through the real server. One file at a time: they share the server's records. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: ["test/support/served-application.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
});
