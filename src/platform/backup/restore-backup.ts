/**
 * Puts a backup into an empty database, in one transaction: all of it, or nothing.
 *
 * The archive has been read from end to end before (check-archive.ts). Then the backup's own migrations are applied, its rows
 * loaded with every hash compared again, its sequences set, and only then the migrations since. The owner of the
 * schema is enough; nothing here needs a superuser.
 */
import pg from "pg";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { applyInTransaction, MIGRATION_LOCK, type Migration, readApplied } from "../database/migrate.ts";
import type { Header, Manifest, Sequences } from "./archive-format.ts";
import { readArchiveParts } from "./archive-parts.ts";
import type { CheckedArchive } from "./check-archive.ts";
import { loadTables } from "./load-tables.ts";
import { fixNotation, listOwnSequences, listOwnTables, type OwnTable } from "./own-tables.ts";
import { damage, Refusal, type RestoreProblem } from "./problems.ts";
import { isCarriedByHeader, isShortLived } from "./short-lived.ts";
import { refuseStrangeMigrations, requireEmptyDatabase } from "./target-database.ts";
import type { TableProgress } from "./write-backup.ts";

export type RestoreOptions = Readonly<{
  path: string;
  /** All of this version, in order. */
  migrations: readonly Migration[];
  /** Tables that migrations or the start fill by themselves. */
  filledByItself: readonly string[];
  onProgress?: (progress: TableProgress) => void;
  /** Last in the same transaction, in the shape of this version: that it was restored. */
  alsoWrite?: (client: pg.Client, header: Header) => Promise<void>;
}>;

export type RestoreDone = Readonly<{ header: Header; total: Manifest["total"]; migratedUp: readonly string[] }>;

/** @param checked what checkArchive found in the file at `path`; should the file have changed since, it is refused. */
export async function restoreBackup(
  connection: pg.ClientConfig,
  checked: CheckedArchive,
  options: RestoreOptions,
): Promise<Outcome<RestoreDone, RestoreProblem>> {
  const client = new pg.Client({ ...connection, application_name: "kakehashi-restore" });
  client.on("error", () => undefined); // a lost connection also fails the query that runs, and is told there
  try {
    refuseStrangeMigrations(checked.header, options.migrations);
    await client.connect();
    await fixNotation(client);
    await client.query("begin");
    const done = await restoreInTransaction(client, checked, options);
    await client.query("commit");
    await client.query("analyze"); // the first pages would otherwise be planned without knowing the tables
    return succeed(done);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.problem as RestoreProblem); // restoring throws no other problems
    throw error;
  } finally {
    await client.end(); // without a commit the server takes everything back
  }
}

async function restoreInTransaction(
  client: pg.Client,
  { header, manifest }: CheckedArchive,
  { path, migrations, filledByItself, onProgress, alsoWrite }: RestoreOptions,
): Promise<RestoreDone> {
  await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  await requireEmptyDatabase(client, header, new Set(filledByItself));
  await applyBackupsMigrations(client, header, migrations);
  const own = (await listOwnTables(client)).filter(({ name }) => !isCarriedByHeader(name));
  const tables = matchTables(own, header);
  await setTriggers(client, own, "disable");
  await client.query(`truncate ${own.map(({ quoted }) => quoted).join(", ")}`);
  await dropIndexes(client, own);
  const sequences = await loadTables(client, readArchiveParts(path), tables, manifest, onProgress);
  await restoreSequences(client, sequences);
  await makeIndexes(client, own);
  await setTriggers(client, own, "enable");
  const migratedUp = await applyMissing(client, migrations);
  await alsoWrite?.(client, header);
  return { header, total: manifest.total, migratedUp };
}

async function applyBackupsMigrations(
  client: pg.Client,
  header: Header,
  migrations: readonly Migration[],
): Promise<void> {
  const appliedAt = new Map(header.migrations.map((one) => [one.id, one.appliedAt]));
  const applied = await readApplied(client);
  for (const migration of migrations) {
    const at = appliedAt.get(migration.id);
    if (at === undefined) continue;
    if (!applied.has(migration.id)) await applyInTransaction(client, migration, at);
    else await client.query("update platform_migration set applied_at = $2 where id = $1", [migration.id, at]);
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const applied = await readApplied(client);
  const missing = migrations.filter(({ id }) => !applied.has(id));
  for (const migration of missing) await applyInTransaction(client, migration);
  return missing.map(({ id }) => id);
}

/** The archive's tables are exactly those that its migrations make, with exactly their columns; in the archive's order. */
function matchTables(own: readonly OwnTable[], header: Header): readonly OwnTable[] {
  const here = new Map(own.filter(({ name }) => !isShortLived(name)).map((table) => [table.name, table]));
  const matched = header.tables.map(({ name, columns }) => {
    const table = here.get(name);
    if (table === undefined) throw damage({ code: "unknown_table", table: name });
    if ([...table.columns].sort().join() !== [...columns].sort().join()) {
      throw damage({ code: "other_columns", table: name });
    }
    here.delete(name); // a second time it is unknown
    return { ...table, columns }; // values come in the order in which they were written
  });
  for (const name of here.keys()) throw damage({ code: "missing_table", table: name });
  return matched;
}

/** Rows come back as they were: histories refuse changes by trigger, and counters would count the restore. */
async function setTriggers(client: pg.Client, tables: readonly OwnTable[], what: "enable" | "disable"): Promise<void> {
  for (const { quoted, triggers } of tables) {
    for (const trigger of triggers) {
      await client.query(`alter table ${quoted} ${what} trigger ${pg.escapeIdentifier(trigger)}`);
    }
  }
}

/** Built once over all rows: the search index filled row by row took nine tenths of a restore. */
async function dropIndexes(client: pg.Client, tables: readonly OwnTable[]): Promise<void> {
  for (const { quoted } of tables.flatMap(({ indexes }) => indexes)) await client.query(`drop index ${quoted}`);
}

async function makeIndexes(client: pg.Client, tables: readonly OwnTable[]): Promise<void> {
  await client.query("set local maintenance_work_mem = '128MB'");
  for (const { definition } of tables.flatMap(({ indexes }) => indexes)) await client.query(definition);
}

/** RESTART gives the sequence new storage inside the transaction, so that setval is taken back with it. */
async function restoreSequences(client: pg.Client, sequences: Sequences): Promise<void> {
  const here = new Map((await listOwnSequences(client)).map((sequence) => [sequence.name, sequence.quoted]));
  for (const { name, lastValue, isCalled } of sequences) {
    const quoted = here.get(name);
    if (quoted === undefined) throw damage({ code: "unknown_sequence", sequence: name });
    await client.query(`alter sequence ${quoted} restart`);
    await client.query("select setval($1::regclass, $2::bigint, $3)", [quoted, lastValue, isCalled]);
  }
}
