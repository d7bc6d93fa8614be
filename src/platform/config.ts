/**
 * Configuration from the environment, read once at the edge (server, command line, tests).
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | PORT, HOST | where the server listens | 3000, 127.0.0.1 |
 * | DATABASE_URL | a PostgreSQL server of the office | an embedded one |
 * | KAKEHASHI_DATA_DIR | data of the embedded database | `var/` of the clone |
 * | KAKEHASHI_SAMPLE | 1: load the sample into an empty database given by DATABASE_URL | embedded only |
 * | KAKEHASHI_TRUSTED_PROXY | addresses and networks whose X-Forwarded-For and -Proto are believed | none |
 */
import { resolve } from "node:path";
import { readTrustedProxies, type TrustedProxies } from "./http/client.ts";

export type Config = Readonly<{
  port: number;
  host: string;
  databaseUrl: string | null;
  /** Given by the user; null lets the launcher choose a folder the server's user can enter. */
  dataDir: string | null;
  loadSample: boolean;
  trustedProxies: TrustedProxies;
}>;

export class ConfigFault extends Error {}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env.DATABASE_URL || null;
  return {
    port: readPort(env.PORT),
    host: env.HOST || "127.0.0.1",
    databaseUrl,
    dataDir: env.KAKEHASHI_DATA_DIR ? resolve(env.INIT_CWD ?? ".", env.KAKEHASHI_DATA_DIR) : null,
    loadSample: databaseUrl === null ? env.KAKEHASHI_SAMPLE !== "0" : env.KAKEHASHI_SAMPLE === "1",
    trustedProxies: readProxies(env.KAKEHASHI_TRUSTED_PROXY ?? ""),
  };
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
