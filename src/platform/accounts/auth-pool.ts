/**
 * Connections that see the schema `auth` and nothing else, for better-auth; and the same view inside a transaction of
 * ours, for what must be done together with an account (accepting an invitation, disabling).
 */
import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "../database/database.ts";

const CONNECTIONS = 5;

export function openAuthPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS,
    application_name: "kakehashi-auth",
    options: "-c role=app_auth -c search_path=auth",
    connectionTimeoutMillis: 10_000,
  });
  // As in database.ts: a connection that breaks while it works fails its query, and the pool makes another.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => console.error(`データベースとの接続が切れました: ${error.message}`));
  return pool;
}

/** For the time of the work the transaction is `app_auth`: tables are named with their schema, `auth.session`. */
export async function asAuth<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`set local role app_auth`.execute(tx);
  const result = await work(tx); // a failure ends the transaction, and the role with it
  await sql`set local role app_editor`.execute(tx);
  return result;
}
