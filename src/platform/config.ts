/**
 * Configuration from the environment, read once at the edge (server, command line, tests).
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | PORT, HOST | where the server listens | 3000, 127.0.0.1 |
 * | DATABASE_URL | a PostgreSQL server of the office | an embedded one |
 * | KAKEHASHI_DATA_DIR | data of the embedded database | `var/` of the clone |
 * | DATABASE_REPLICA_URL | a read-only copy of that server, for what the public reads | none |
 * | KAKEHASHI_BACKUP | off: no automatic backups | on |
 * | KAKEHASHI_BACKUP_DIR | folder of the automatic backups; with DATABASE_URL there are none without it | `backups` beside the data |
 * | KAKEHASHI_SAMPLE | 1: load the sample into an empty database given by DATABASE_URL | embedded only |
 * | KAKEHASHI_TRUSTED_PROXY | addresses and networks whose X-Forwarded-For and -Proto are believed | none |
 *
 * Accounts have settings of their own: accounts/account-config.ts.
 */
import { resolve } from "node:path";
import { type AccountConfig, readAccountConfig } from "./accounts/account-config.ts";
import { ConfigFault } from "./config-fault.ts";
import { readTrustedProxies, type TrustedProxies } from "./http/client.ts";

export type Config = Readonly<{
  port: number;
  host: string;
  databaseUrl: string | null;
  /** Given by the user; null lets the launcher choose a folder the server's user can enter. */
  dataDir: string | null;
  loadSample: boolean;
  trustedProxies: TrustedProxies;
  replicaUrl: string | null;
  backup: BackupChoice;
  accounts: AccountConfig;
}>;

export type BackupChoice = Readonly<{
  isOff: boolean;
  /** Given by the user; null for the folder beside the embedded database. */
  folder: string | null;
}>;

export { ConfigFault };

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env.DATABASE_URL || null;
  const loadSample = databaseUrl === null ? env.KAKEHASHI_SAMPLE !== "0" : env.KAKEHASHI_SAMPLE === "1";
  return {
    port: readPort(env.PORT),
    host: env.HOST || "127.0.0.1",
    databaseUrl,
    dataDir: readFolder(env, env.KAKEHASHI_DATA_DIR),
    loadSample,
    trustedProxies: readProxies(env.KAKEHASHI_TRUSTED_PROXY ?? ""),
    replicaUrl: readReplica(env, databaseUrl),
    backup: { isOff: isOff(env.KAKEHASHI_BACKUP), folder: readFolder(env, env.KAKEHASHI_BACKUP_DIR) },
    accounts: readAccountConfig(env, databaseUrl === null && loadSample),
  };
}

/** Relative to the caller's folder. */
function readFolder(env: NodeJS.ProcessEnv, folder: string | undefined): string | null {
  return folder ? resolve(env.INIT_CWD ?? ".", folder) : null;
}

function readReplica(env: NodeJS.ProcessEnv, databaseUrl: string | null): string | null {
  if (!env.DATABASE_REPLICA_URL) return null;
  if (databaseUrl !== null) return env.DATABASE_REPLICA_URL;
  throw new ConfigFault("DATABASE_REPLICA_URL は、DATABASE_URL といっしょに指定してください。");
}

function isOff(backup: string | undefined): boolean {
  if (backup === undefined || backup === "" || backup === "on") return false;
  if (backup === "off") return true;
  throw new ConfigFault(`KAKEHASHI_BACKUP=${backup} は使えません。on か off を指定してください。`);
}

/** 0 lets the system choose a free port; the server prints which. */
function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigFault(`PORT=${text} は使えません。0～65535 の整数を指定してください。`);
}

function readProxies(text: string): TrustedProxies {
  const read = readTrustedProxies(text);
  if (typeof read !== "string") return read;
  throw new ConfigFault(
    `KAKEHASHI_TRUSTED_PROXY の ${read} は使えません。10.0.0.5 や 10.1.0.0/16 のようなアドレスを、コンマで区切って指定してください。`,
  );
}
