/**
 * Client build: what browsers fetch besides pages. One stylesheet, and islands for what a page cannot do without a script.
 *
 * Names carry a content hash and are served as immutable; the server finds them through the manifest (src/ui/site.ts).
 */
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss()],
  publicDir: "public",
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        kit: "src/ui/styles/kit.css",
        passkey: "src/office/passkeys/passkey-island.ts",
        "programme-grid": "src/programmes/grid/island/grid-island.ts",
      },
    },
  },
});
