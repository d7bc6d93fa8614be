/** Originals of uploads live in the database (≤ 20 MB each), so that backups, replicas and other nodes see them. */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";

export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

/** The same bytes twice are stored once. */
export async function storeFile(tx: Tx, sha256: string, bytes: Uint8Array): Promise<void> {
  await sql`insert into platform_file (sha256, bytes) values (${sha256}, ${Buffer.from(bytes)})
            on conflict (sha256) do nothing`.execute(tx);
}

export async function findFile(tx: Tx, sha256: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from platform_file where sha256 = ${sha256}`.execute(tx);
  return rows[0]?.bytes;
}
