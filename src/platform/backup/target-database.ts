/**
 * May this database take a backup? Only one in which nobody has recorded anything, at the backup's version or before.
 * What migrations and the start put in by themselves does not count, and is replaced.
 */
import pg from "pg";
import { createMigrationTable, hashMigration, type Migration, readApplied } from "../database/migrate.ts";
import type { Header } from "./archive-format.ts";
import { listOwnTables } from "./own-tables.ts";
import { damage, Refusal, type TargetProblem } from "./problems.ts";
import { isCarriedByHeader, isShortLived } from "./short-lived.ts";

/** Every migration of the backup is one of ours with the same text, else it is from a newer version or not from us. */
export function refuseStrangeMigrations({ migrations, product }: Header, ours: readonly Migration[]): void {
  const known = new Map(ours.map((migration) => [migration.id, hashMigration(migration)]));
  for (const { id, sha256 } of migrations) {
    const expected = known.get(id);
    if (expected === undefined) refuse({ code: "newer_version", product, migration: id });
    if (expected !== sha256) throw damage({ code: "changed_migration", migration: id });
  }
}

/** Locks what is there, so that nobody records anything between this look and the commit. */
export async function requireEmptyDatabase(
  client: pg.Client,
  { migrations }: Header,
  filledByItself: ReadonlySet<string>,
): Promise<void> {
  const tables = await listOwnTables(client);
  if (tables.length > 0) await lock(client, tables.map(({ quoted }) => quoted).join(", "));
  await createMigrationTable(client);
  const inBackup = new Set(migrations.map(({ id }) => id));
  for (const id of (await readApplied(client)).keys()) {
    if (!inBackup.has(id)) refuse({ code: "database_ahead", migration: id });
  }
  for (const { name, quoted } of tables) {
    if (isShortLived(name) || isCarriedByHeader(name) || filledByItself.has(name)) continue;
    const { rowCount } = await client.query(`select from ${quoted} limit 1`);
    if (rowCount !== 0) refuse({ code: "database_not_empty", table: name });
  }
}

async function lock(client: pg.Client, tables: string): Promise<void> {
  try {
    await client.query("set local lock_timeout = '3s'");
    await client.query(`lock table ${tables} in access exclusive mode`);
  } catch (error) {
    const isBusy = error instanceof pg.DatabaseError && error.code === "55P03";
    if (isBusy) refuse({ code: "database_in_use" });
    throw error;
  }
}

function refuse(problem: TargetProblem): never {
  throw new Refusal<TargetProblem>(problem);
}
