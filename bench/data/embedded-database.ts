/** An embedded server on a throw-away folder, as `npm start` would make it: fsync on, default settings. */
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { migrations } from "../../src/app/migrations.ts";
import { chooseFolders, findServerUser, migrate, startServer } from "../../src/platform/index.ts";

/** Open to the database's user, who is another one when root measures. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kakehashi-bench-"));
  chmodSync(folder, 0o755);
  return folder;
}

export type RunningDatabase = Readonly<{ connection: pg.ClientConfig; stop: () => Promise<void> }>;

export async function startDatabase(folder: string): Promise<RunningDatabase> {
  const user = findServerUser();
  const server = await startServer(chooseFolders(folder, folder, user), user);
  const connection = { host: server.socketFolder, user: "postgres", database: "postgres" };
  await migrate(connection, migrations);
  return { connection, stop: server.stop };
}
