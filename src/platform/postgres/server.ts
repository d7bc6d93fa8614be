/**
 * Starts, adopts and stops the embedded PostgreSQL server of one data folder.
 *
 * The server outlives a killed parent on purpose: the next start finds its pid alive and its socket answering and
 * adopts it. When both died, PostgreSQL itself clears the stale lock; a start during someone else's shutdown is
 * retried for a few seconds. It listens on a Unix socket in a private folder, never on TCP.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type Folders, prepareFolders, SHARED_FOLDER } from "./folders.ts";
import type { ServerUser } from "./server-user.ts";

export type EmbeddedServer = Readonly<{
  socketFolder: string;
  /** True when it was already running: left by a killed process, or started by a command. */
  adopted: boolean;
  /** Whether any other client is connected now. */
  isShared: () => Promise<boolean>;
  stop: () => Promise<void>;
}>;

const READY_WITHIN_MS = 30_000;
const RETRY_WITHIN_MS = 10_000;
const SHUTTING_DOWN = /lock file|shared memory|starting up|shutting down/;

/** @param settings extra server settings such as `fsync=off` for throw-away databases. */
export async function startServer(
  folders: Folders,
  user: ServerUser | undefined,
  settings: readonly string[] = [],
): Promise<EmbeddedServer> {
  const giveUpAt = performance.now() + RETRY_WITHIN_MS;
  prepareFolders(folders, user);
  const binaries = findBinaries(user, SHARED_FOLDER);
  if (!existsSync(join(folders.data, "PG_VERSION"))) initialise(binaries, folders, user);
  for (;;) {
    try {
      return (await adopt(folders)) ?? (await launch(binaries, folders, user, settings));
    } catch (error) {
      if (performance.now() > giveUpAt || !SHUTTING_DOWN.test(String(error))) throw error;
      await sleep(200);
    }
  }
}

const QUIET_ENV = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

function initialise({ initdb }: Binaries, { data }: Folders, user: ServerUser | undefined): void {
  const locale = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C", "--lc-messages=C"];
  const result = spawnSync(initdb, ["-D", data, "-U", "postgres", "-A", "trust", "--data-checksums", ...locale], {
    ...identity(user),
    encoding: "utf8",
    env: QUIET_ENV,
    cwd: "/",
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`initdb: ${result.stderr}${result.stdout}`);
}

function identity(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

async function adopt({ data, socket }: Folders): Promise<EmbeddedServer | undefined> {
  const pid = readServerPid(data);
  if (pid === undefined || !isAlive(pid) || !(await answers(socket))) return undefined;
  return running(pid, socket, true);
}

function readServerPid(data: string): number | undefined {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

async function launch(
  { postgres }: Binaries,
  { data, socket, log }: Folders,
  user: ServerUser | undefined,
  settings: readonly string[],
): Promise<EmbeddedServer> {
  const logFile = openSync(log, "w", 0o600);
  const options = ["listen_addresses=", "unix_socket_permissions=0700", ...settings].flatMap((one) => ["-c", one]);
  const child = spawn(postgres, ["-D", data, "-k", socket, ...options], {
    ...identity(user),
    cwd: "/",
    env: QUIET_ENV,
    stdio: ["ignore", logFile, logFile],
    detached: true, // Ctrl-C in the terminal must reach the application first
  });
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = String(error);
  });
  child.once("exit", (code) => {
    ended = `postgres ended with ${code}: ${readFileSync(log, "utf8").slice(-2000)}`;
  });
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!(await answers(socket))) {
    if (ended !== undefined) throw new Error(ended);
    if (performance.now() > giveUpAt) throw new Error(`postgres did not answer within ${READY_WITHIN_MS} ms`);
    await sleep(10);
  }
  const pid = child.pid;
  if (pid === undefined) throw new Error("postgres has no pid");
  child.unref();
  return running(pid, socket, false);
}

function running(pid: number, socketFolder: string, adopted: boolean): EmbeddedServer {
  return { socketFolder, adopted, isShared: () => hasClients(socketFolder), stop: () => stopServer(pid) };
}

async function hasClients(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder, user: "postgres", database: "postgres" });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}

/** Fast shutdown: open transactions are rolled back, data is checkpointed. */
async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) await sleep(15);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, but another user's
  }
}

/** Asks as a client would: a listening socket alone may still be starting up or shutting down. */
async function answers(socketFolder: string): Promise<boolean> {
  if (!existsSync(join(socketFolder, ".s.PGSQL.5432"))) return false;
  const client = new pg.Client({ host: socketFolder, user: "postgres", database: "postgres" });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false; // not there, starting up or shutting down: the caller asks again or gives up with the server's log
  }
}
