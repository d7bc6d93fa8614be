/**
 * Opens the database the configuration names: the office's server, or the embedded one, joined when it is running
 * and started when it is not. On the way it is migrated, and an empty embedded one gets the sample.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import {
  type Config,
  chooseFolders,
  type Database,
  type EmbeddedServer,
  findServerUser,
  type Hold,
  holdDatabase,
  migrate,
  migrateJobs,
  openDatabase,
  startServer,
} from "../platform/index.ts";
import { fillEmptyDatabase } from "./fill-empty-database.ts";
import { type Held, keepRunning } from "./keep-running.ts";
import { migrations } from "./migrations.ts";

export type Store = Readonly<{
  database: Database;
  /** As the owner of the schema: for jobs and backups. */
  connection: pg.PoolConfig;
  /** Of the automatic backups; null when there are none. */
  backupFolder: string | null;
  /** Sentences for the person who started it, such as where the data lies when that is not `var/`. */
  notes: readonly string[];
  close: () => Promise<void>;
}>;

/** Another application has the embedded database of this folder. */
export class HeldFault extends Error {}

/** For the server: exclusive on an embedded database. `port` tells the next one who holds it. */
export async function openServerStore(config: Config): Promise<Store> {
  return openStore(config, `kakehashi pid ${process.pid} port ${config.port}`);
}

/** For commands: shares a running database; one it had to start is stopped again unless someone joined meanwhile. */
export async function openCommandStore(config: Config): Promise<Store> {
  return openStore(config, null);
}

export type BareStore = Readonly<{ connection: pg.ClientConfig; notes: readonly string[]; close: () => Promise<void> }>;

/** For a backup: the database as it is, neither migrated nor filled; undefined when there is none yet. */
export async function openStoreAsItIs(config: Config): Promise<BareStore | undefined> {
  if (config.databaseUrl !== null) return officeServer(config.databaseUrl);
  const { data } = chooseFolders(config.dataDir, cloneRoot(), findServerUser());
  if (!existsSync(join(data, "PG_VERSION"))) return undefined;
  return openBareStore(config, null);
}

/** For a restore: made when there is none, and held alone on an embedded database. */
export async function openStoreToFill(config: Config): Promise<BareStore> {
  if (config.databaseUrl !== null) return officeServer(config.databaseUrl);
  return openBareStore(config, `kakehashi-restore pid ${process.pid}`);
}

function officeServer(connectionString: string): BareStore {
  return { connection: { connectionString }, notes: [], close: async () => undefined };
}

function openBareStore(config: Config, holderName: string | null): Promise<BareStore> {
  return onEmbedded(config, async (server, notes) => {
    const connection = embeddedConnection(server);
    const hold = holderName === null ? null : await takeHold(connection, holderName);
    return { connection, notes, close: () => leave(server, hold) };
  });
}

async function openStore(config: Config, holderName: string | null): Promise<Store> {
  if (config.databaseUrl !== null) {
    const connection = { connectionString: config.databaseUrl };
    await migrate(connection, migrations, migrateJobs);
    const replica = config.replicaUrl === null ? undefined : { connectionString: config.replicaUrl };
    const database = openDatabase({ connection, replica });
    const backupFolder = config.backup.isOff ? null : config.backup.folder;
    const notes = await fillEmptyDatabase(database, config);
    return { database, connection, backupFolder, notes, close: () => database.close() };
  }
  return onEmbedded(config, (server, notes) => fillStore(config, server, holderName, notes));
}

/** A server that was started for work that fails is stopped again; one that was running stays. */
async function onEmbedded<T>(
  config: Config,
  open: (server: EmbeddedServer, notes: readonly string[]) => Promise<T>,
): Promise<T> {
  const { server, notes } = await startEmbedded(config);
  try {
    return await open(server, notes);
  } catch (error) {
    if (!server.adopted) await server.stop();
    throw error;
  }
}

async function startEmbedded(config: Config): Promise<Readonly<{ server: EmbeddedServer; notes: readonly string[] }>> {
  const user = findServerUser();
  const folders = chooseFolders(config.dataDir, cloneRoot(), user);
  const server = await startServer(folders, user);
  const notes = folders.movedBecauseOf === null ? [] : [movedNote(folders.movedBecauseOf, user?.name, folders.base)];
  return { server, notes };
}

function embeddedConnection({ socketFolder }: EmbeddedServer): pg.ClientConfig {
  return { host: socketFolder, user: "postgres", database: "postgres" };
}

/** Beside the data, so that it moves with them; another disk is safer, and KAKEHASHI_BACKUP_DIR names it. */
function embeddedBackupFolder({ backup, dataDir }: Config): string | null {
  if (backup.isOff) return null;
  return backup.folder ?? join(chooseFolders(dataDir, cloneRoot(), findServerUser()).base, "backups");
}

function movedNote(closed: string, user: string | undefined, base: string): string {
  return `${closed} にはデータベースの利用者 ${user} が入れないため、データは ${base} に置きます。`;
}

async function fillStore(
  config: Config,
  server: EmbeddedServer,
  holderName: string | null,
  notes: readonly string[],
): Promise<Store> {
  const connection = embeddedConnection(server);
  const hold = holderName === null ? null : await takeHold(connection, holderName);
  await migrate(connection, migrations, migrateJobs);
  const database = openDatabase({ connection });
  const kept = hold === null ? null : keepRunning({ server, hold }, () => startAgain(config, holderName ?? ""));
  return {
    database,
    connection,
    backupFolder: embeddedBackupFolder(config),
    notes: [...notes, ...(await fillEmptyDatabase(database, config))],
    close: async () => {
      const now = kept?.release() ?? { server, hold };
      await database.close();
      await leave(now.server, now.hold);
    },
  };
}

async function startAgain(config: Config, holderName: string): Promise<Held> {
  const { server } = await startEmbedded(config);
  return { server, hold: await takeHold(embeddedConnection(server), holderName) };
}

/** Who holds the database stops it; who only joined stops what it started, unless someone else joined meanwhile. */
async function leave(server: EmbeddedServer, hold: Hold | null): Promise<void> {
  await hold?.release();
  const isMine = hold !== null || (!server.adopted && !(await server.isShared()));
  if (isMine) await server.stop();
}

async function takeHold(connection: pg.ClientConfig, name: string): Promise<Hold> {
  const held = await holdDatabase(connection, name);
  if ("release" in held) return held;
  throw new HeldFault(
    `このデータは、すでに動いている架け橋が使っています（${held.name}、${held.since} から）。そちらを終えてから始めてください。`,
  );
}

/** The built server lies in dist/server, the source in src/app: two folders down in both cases. */
export function cloneRoot(): string {
  return dirname(dirname(dirname(fileURLToPath(import.meta.url))));
}
