// npm start: install if needed, build if stale, then run the server on the project's Node.
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, runOnProjectNode } from "./prepare.mjs";

ensureInstalled();
ensureBuilt();
// The channel tells the server when this process dies, even by SIGKILL, so that it ends too and frees its port.
const child = runOnProjectNode(["dist/server/server.js", ...process.argv.slice(2)], { ipc: true });

// Under npm this process would outlive a killed npm; it then ends as if asked to.
if (process.env.npm_lifecycle_event === "start") {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500).unref();
}
