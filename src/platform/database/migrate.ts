/**
 * Forward-only migrations: plain SQL, each in its own transaction, all under one advisory lock.
 *
 * An applied migration never changes: its hash is kept and compared. A database that knows migrations this version
 * does not is newer than the software and is left alone.
 */
import { createHash } from "node:crypto";
import pg from "pg";

/** `id` is `slice/0001-topic`; the application gives the order. */
export type Migration = Readonly<{ id: string; sql: string }>;

export class MigrationFault extends Error {}

/** Advisory lock of whoever changes the shape of the database: migrations and a restore. */
export const MIGRATION_LOCK = 7_214_001;

/**
 * @param alsoUnderLock what else changes the shape of the database, done last under the same lock.
 * @returns the ids applied now.
 */
export async function migrate(
  connection: pg.ClientConfig,
  migrations: readonly Migration[],
  alsoUnderLock: (connection: pg.ClientConfig) => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  const client = new pg.Client({ ...connection, application_name: "kakehashi-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await createMigrationTable(client);
    const applied = await readApplied(client);
    refuseStrange(applied, migrations);
    const pending = migrations.filter(({ id }) => !applied.has(id));
    for (const migration of pending) await apply(client, migration);
    await alsoUnderLock(connection);
    return pending.map(({ id }) => id);
  } finally {
    await client.end(); // frees the lock too
  }
}

export async function createMigrationTable(client: pg.Client): Promise<void> {
  await client.query(
    `create table if not exists platform_migration (
       id text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  );
}

export async function readApplied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; sha256: string }>("select id, sha256 from platform_migration");
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

function refuseStrange(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.id, hashMigration(migration)]));
  for (const [id, sha256] of applied) {
    const expected = known.get(id);
    if (expected === undefined) {
      throw new MigrationFault(`データベースがこの版より新しいものです（${id}）。新しい版の架け橋で開いてください。`);
    }
    if (expected !== sha256) throw new MigrationFault(`migration ${id} differs from the one that was applied`);
  }
}

export function hashMigration({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await applyInTransaction(client, migration);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new MigrationFault(`migration ${migration.id} failed`, { cause });
  }
}

/** @param appliedAt when it was first applied, for a restore; undefined for now. */
export async function applyInTransaction(client: pg.Client, migration: Migration, appliedAt?: string): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    "insert into platform_migration (id, sha256, applied_at) values ($1, $2, coalesce($3::timestamptz, now()))",
    [migration.id, hashMigration(migration), appliedAt ?? null],
  );
}
