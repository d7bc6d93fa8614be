/** What is known of automatic backups beside their files: when made, their SHA-256, and whether they were read back whole. */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";

export type KnownBackup = Readonly<{
  name: string;
  madeAt: Date;
  bytes: number;
  sha256: string;
  rows: number;
  verifiedAt: Date | null;
  /** Code of what was found when it was read back. */
  problem: string | null;
}>;

export async function listKnownBackups(tx: Tx): Promise<readonly KnownBackup[]> {
  const { rows } = await sql<KnownBackup>`select name, made_at as "madeAt", bytes, sha256, rows,
    verified_at as "verifiedAt", problem from platform_backup order by name desc`.execute(tx);
  return rows;
}

export async function rememberBackup(
  tx: Tx,
  { name, bytes, sha256, rows }: Pick<KnownBackup, "name" | "bytes" | "sha256" | "rows">,
): Promise<void> {
  await sql`insert into platform_backup (name, bytes, sha256, rows) values (${name}, ${bytes}, ${sha256}, ${rows})
    on conflict (name) do update set made_at = excluded.made_at, bytes = excluded.bytes, sha256 = excluded.sha256,
      rows = excluded.rows, verified_at = null, problem = null`.execute(tx);
}

/** @param problem null when it was read back whole. */
export async function markVerified(tx: Tx, name: string, problem: string | null): Promise<void> {
  await sql`update platform_backup set verified_at = case when ${problem}::text is null then clock_timestamp() end,
    problem = ${problem} where name = ${name}`.execute(tx);
}

export async function forgetBackups(tx: Tx, names: readonly string[]): Promise<void> {
  await sql`delete from platform_backup where name = any(${[...names]}::text[])`.execute(tx);
}

/** For an estimate when there is no earlier backup: gzip makes of it a third or less. */
export async function databaseBytes(tx: Tx): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(tx);
  return rows[0]?.bytes ?? 0;
}
