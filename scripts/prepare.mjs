// What `npm start`, `npm test` and the command line need before the project's own code can run: the packages of the
// lock file and a Node that is new enough. Built-ins only; must parse on any Node ≥ 20.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const onWindows = process.platform === "win32";
const stamp = join(root, "node_modules", ".kakehashi-lock");

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** npm writes its own list last; a stopped install has none, and must not pass for a whole one. */
export function markInstalled() {
  if (existsSync(join(root, "node_modules", ".package-lock.json"))) writeFileSync(stamp, lockHash());
}

/** Runs `npm ci` when node_modules does not belong to the lock file; npm's words go to stderr. */
export function ensureInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return;
  console.error("必要なパッケージを入れています。初回は数十秒かかります。");
  const words = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync(onWindows ? "npm.cmd" : "npm", words, { ...options, shell: onWindows });
  if (result.status !== 0) {
    console.error("パッケージを入れられませんでした。上の npm の表示を確認してください。");
    process.exit(result.status ?? 3);
  }
  markInstalled();
}

/** The Node 24 that came through npm, or the machine's own when that is 22 or newer. */
export function projectNode() {
  const shipped = join(root, "node_modules", "node", "bin", onWindows ? "node.exe" : "node");
  if (existsSync(shipped) && spawnSync(shipped, ["--version"]).status === 0) return shipped;
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  console.error(
    `Node 24 を用意できませんでした。この機械の Node ${process.version} では動きません（22 以上が必要です）。`,
  );
  process.exit(3);
}

/** Runs a script on the project's Node and takes over its exit code. Signals are passed on; see `server.ts`. */
/** Code compiled once is kept: a command begins a third of a second sooner. */
export const compileCache = join(root, "node_modules", ".cache", "compiled");

export function runOnProjectNode(args, { ipc = false } = {}) {
  const child = spawn(projectNode(), args, {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
    stdio: ["inherit", "inherit", "inherit", ...(ipc ? ["ipc"] : [])],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (signal === "SIGINT" ? 2 : 15) : (code ?? 3)));
  return child;
}
