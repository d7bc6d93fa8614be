/**
 * Writes one archive of everything, from one snapshot, while others read and write.
 *
 * The tables are held in ACCESS SHARE from before the snapshot until the end, so that no migration changes one in
 * between; ordinary writes go on. Sequences are read last: they only count up, so they are never behind the rows.
 */
import { createHash } from "node:crypto";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import {
  CHUNK_BYTES,
  chunkName,
  documentBytes,
  FORMAT_VERSION,
  HEADER,
  type Header,
  MANIFEST,
  type Manifest,
  type ManifestDocument,
  type ManifestTable,
  SEQUENCES,
  type Sequences,
} from "./archive-format.ts";
import { type ArchiveWriter, openArchive } from "./archive-writer.ts";
import { cutIntoChunks, type Measure, measureOf } from "./chunks.ts";
import { fixNotation, listOwnSequences, listOwnTables, type OwnTable } from "./own-tables.ts";
import { asWriteRefusal, openPartFile, type PartFile } from "./part-file.ts";
import { Refusal, type WriteProblem } from "./problems.ts";
import { isCarriedByHeader, isShortLived } from "./short-lived.ts";
import { orderByReference } from "./table-order.ts";

export type TableProgress = Readonly<{ table: string; rows: number; done: number; of: number }>;

export type BackupOptions = Readonly<{
  /** Absolute path. */
  path: string;
  isReplacing: boolean;
  /** Version of the software, for people. */
  product: string;
  onProgress?: (progress: TableProgress) => void;
  chunkBytes?: number;
  /** Gives up and leaves nothing behind. */
  signal?: AbortSignal;
}>;

export type BackupDone = Readonly<{
  path: string;
  bytes: number;
  /** Of the archive as a file, to be kept elsewhere by whoever wants to. */
  sha256: string;
  createdAt: string;
  total: Manifest["total"];
}>;

export async function writeBackup(
  connection: pg.ClientConfig,
  options: BackupOptions,
): Promise<Outcome<BackupDone, WriteProblem>> {
  let file: PartFile | undefined;
  const client = new pg.Client({ ...connection, application_name: "kakehashi-backup" });
  client.on("error", () => undefined); // a lost connection also fails the query that runs, and is told there
  try {
    file = await openPartFile(options.path, options.isReplacing);
    await client.connect();
    await fixNotation(client);
    const done = await writeSnapshot(client, file, options);
    await file.publish();
    return succeed(done);
  } catch (error) {
    await file?.abandon();
    const refusal = asWriteRefusal(error, options.path);
    if (refusal instanceof Refusal) return refuse(refusal.problem as WriteProblem); // writing throws no other problems
    throw error;
  } finally {
    await client.end();
  }
}

async function writeSnapshot(client: pg.Client, file: PartFile, options: BackupOptions): Promise<BackupDone> {
  const tables = await beginSnapshot(client);
  const header = await describeSnapshot(client, tables, options.product);
  const archive = openArchive(file.handle, new Date(header.createdAt));
  try {
    const total = await writeEntries(client, archive, header, tables, options);
    await client.query("commit");
    return { path: options.path, ...(await archive.finish()), createdAt: header.createdAt, total };
  } catch (error) {
    await archive.cancel();
    throw error;
  }
}

/** LOCK TABLE takes no snapshot yet, so the catalogue read after it shows the tables as they stay. */
async function beginSnapshot(client: pg.Client): Promise<readonly OwnTable[]> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const listed = await listOwnTables(client);
    if (!listed.some(({ name }) => name === "platform_migration")) {
      throw new Refusal<WriteProblem>({ code: "nothing_to_back_up" });
    }
    await client.query("begin isolation level repeatable read read only");
    await client.query(`lock table ${listed.map(({ quoted }) => quoted).join(", ")} in access share mode`);
    const held = await listOwnTables(client);
    if (JSON.stringify(held) === JSON.stringify(listed)) return held;
    await client.query("rollback");
  }
  throw new Error("the tables kept changing while a backup was to begin");
}

async function describeSnapshot(client: pg.Client, tables: readonly OwnTable[], product: string): Promise<Header> {
  const { rows: migrations } = await client.query<Header["migrations"][number]>(
    `select id, sha256, applied_at::text as "appliedAt" from platform_migration order by applied_at, id`,
  );
  const { rows } = await client.query<{ postgres: string; createdAt: string }>(
    `select current_setting('server_version') as postgres,
            to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`,
  );
  const about = rows[0];
  if (about === undefined) throw new Error("the server did not say what it is");
  const kept = tables.filter(({ name }) => !isShortLived(name) && !isCarriedByHeader(name));
  return {
    format: "kakehashi-backup",
    formatVersion: FORMAT_VERSION,
    product,
    ...about,
    migrations,
    tables: orderByReference(kept).map(({ name, columns }) => ({ name, columns: [...columns] })),
    leftOut: tables.map(({ name }) => name).filter(isShortLived),
  };
}

async function writeEntries(
  client: pg.Client,
  archive: ArchiveWriter,
  header: Header,
  tables: readonly OwnTable[],
  { onProgress, chunkBytes = CHUNK_BYTES, signal }: BackupOptions,
): Promise<Manifest["total"]> {
  const documents = [await addDocument(archive, HEADER, header)];
  const written: ManifestTable[] = [];
  for (const { name } of header.tables) {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) throw new Error(`${name} is not among the tables`);
    const entry = await addTable(client, archive, table, { chunkBytes, signal });
    written.push(entry);
    onProgress?.({ table: name, rows: entry.rows, done: written.length, of: header.tables.length });
  }
  documents.push(await addDocument(archive, SEQUENCES, await readSequences(client)));
  const total = { tables: written.length, rows: sum(written, "rows"), bytes: sum(written, "bytes") };
  const manifest: Manifest = { documents, tables: written, total };
  await archive.add(MANIFEST, documentBytes(manifest));
  return total;
}

async function addDocument(
  archive: ArchiveWriter,
  name: ManifestDocument["name"],
  value: unknown,
): Promise<ManifestDocument> {
  const body = documentBytes(value);
  const { bytes, sha256 } = measureOf(body);
  await archive.add(name, body);
  return { name, bytes, sha256 };
}

async function addTable(
  client: pg.Client,
  archive: ArchiveWriter,
  { name, quoted, columns }: OwnTable,
  { chunkBytes, signal }: Readonly<{ chunkBytes: number; signal: AbortSignal | undefined }>,
): Promise<ManifestTable> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const stream = client.query(copyTo(`copy ${quoted} (${list}) to stdout`));
  const whole = createHash("sha256");
  const chunks: Measure[] = [];
  for await (const { body, measure } of cutIntoChunks(stream, chunkBytes)) {
    whole.update(body);
    signal?.throwIfAborted();
    chunks.push(measure);
    await archive.add(chunkName(name, chunks.length), body);
  }
  const rows = sum(chunks, "rows");
  if (stream.rowCount !== rows) throw new Error(`${name}: the server sent ${stream.rowCount} rows, ${rows} arrived`);
  return { name, rows, bytes: sum(chunks, "bytes"), sha256: whole.digest("hex"), chunks };
}

async function readSequences(client: pg.Client): Promise<Sequences> {
  const sequences: Sequences = [];
  for (const { name, quoted } of await listOwnSequences(client)) {
    const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted}`,
    );
    for (const row of rows) sequences.push({ name, ...row });
  }
  return sequences;
}

function sum(measures: readonly Readonly<{ rows: number; bytes: number }>[], key: "rows" | "bytes"): number {
  return measures.reduce((total, measure) => total + measure[key], 0);
}
