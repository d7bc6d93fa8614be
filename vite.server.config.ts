import { defineConfig } from "vite";

/** The server, the command line and the reader's worker; packages stay outside the bundle. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node24",
    sourcemap: true,
    rollupOptions: {
      input: {
        server: "src/app/server.ts",
        cli: "src/app/cli.ts",
        "reader-worker": "src/documents/reader-worker.ts",
        "writer-worker": "src/documents/writer-worker.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[name]-[hash].js" },
    },
  },
});
