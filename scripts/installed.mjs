// npm's postinstall: remember which lock file node_modules belongs to.
import { markInstalled } from "./prepare.mjs";

markInstalled();
