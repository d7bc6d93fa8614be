// npm run bench: measurements against the bare engine, on the project's Node, with the built server.
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, runOnProjectNode } from "./prepare.mjs";

ensureInstalled();
ensureBuilt();
// tsx, since modules that the measurements share with the product may hold JSX.
runOnProjectNode(["--import", "tsx", "bench/run.ts", ...process.argv.slice(2)]);
