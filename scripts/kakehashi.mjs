// npm run -s kakehashi -- COMMAND: the command line, on the project's Node.
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, runOnProjectNode } from "./prepare.mjs";

ensureInstalled();
ensureBuilt();
runOnProjectNode(["dist/server/cli.js", ...process.argv.slice(2)]);
