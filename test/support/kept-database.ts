/**
 * The database of a data folder, running for as long as a test file needs it: each command joins it, as it would join
 * that of a running application. That a command alone starts one and stops it again is asked in `test/start/`.
 */
import { chooseFolders } from "../../src/platform/postgres/folders.ts";
import { startServer } from "../../src/platform/postgres/server.ts";
import { findServerUser } from "../../src/platform/postgres/server-user.ts";

/** @returns what stops it. */
export async function keepDatabaseRunning(dataFolder: string): Promise<() => Promise<void>> {
  const user = findServerUser();
  const server = await startServer(chooseFolders(dataFolder, dataFolder, user), user, ["fsync=off"]);
  return () => server.stop();
}
