/** The browser's files as the build left them: hashed names from Vite's manifest. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AssetManifest } from "../ui/index.ts";

export type Assets = Readonly<{
  /** Folder whose files are served under /. */
  folder: string;
  manifest: AssetManifest;
}>;

/** The built server lies in dist/server, the source in src/app: the clone is two folders up in both cases. */
export function readAssets(): Assets {
  const clone = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const folder = join(clone, "dist", "client");
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build`);
  return { folder, manifest: JSON.parse(readFileSync(file, "utf8")) as AssetManifest }; // Vite wrote it
}
