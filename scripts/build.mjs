// Builds the browser's styles (dist/client) and the server (dist/server) with Vite, when sources have changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, projectNode, root } from "./prepare.mjs";

const stamp = join(root, "dist", ".kakehashi-build");
const watched = ["src", "data", "public", "package-lock.json", "vite.client.config.ts", "vite.server.config.ts"];

function* filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOTDIR") throw error;
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (!/\.test\.tsx?$/.test(entry.name)) yield join(path, entry.name);
  }
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const path of watched) {
    for (const file of filesUnder(path)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** Whether dist/ was made of the sources as they are now. */
export function isBuilt(hash = sourceHash()) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

export function ensureBuilt() {
  const hash = sourceHash();
  if (isBuilt(hash)) return;
  console.error("画面とサーバーを組み立てています。");
  rmSync(stamp, { force: true });
  for (const config of ["vite.client.config.ts", "vite.server.config.ts"]) {
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const result = spawnSync(projectNode(), [vite, "build", "--config", config, "--logLevel", "warn"], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
    if (result.status !== 0) {
      console.error(`組み立てに失敗しました（${config}）。`);
      process.exit(3);
    }
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stamp, hash);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  ensureInstalled();
  ensureBuilt();
}
