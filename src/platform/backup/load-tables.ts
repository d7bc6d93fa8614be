/**
 * Loads the rows of an archive, one COPY for each table.
 *
 * One COPY and not one for each piece, because foreign keys are checked at the end of a statement: a row may refer to
 * one in a later piece. A piece reaches the server only after its hash has been compared.
 */
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { chunkName, MANIFEST, type Manifest, type ManifestTable, SEQUENCES, type Sequences } from "./archive-format.ts";
import type { ArchivePart } from "./archive-parts.ts";
import type { OwnTable } from "./own-tables.ts";
import { damage } from "./problems.ts";
import type { TableProgress } from "./write-backup.ts";

type Parts = AsyncGenerator<ArchivePart>;

/** @returns the sequences, which stand behind the tables. */
export async function loadTables(
  client: pg.Client,
  parts: Parts,
  tables: readonly OwnTable[],
  manifest: Manifest,
  onProgress?: (progress: TableProgress) => void,
): Promise<Sequences> {
  try {
    await nextPart(parts); // the header, known from the check
    let done = 0;
    for (const table of tables) {
      const said = manifest.tables[done];
      if (said?.name !== table.name) throw damage({ code: "unknown_table", table: table.name });
      if (said.chunks.length > 0) await loadTable(client, table, said, parts);
      done += 1;
      onProgress?.({ table: table.name, rows: said.rows, done, of: tables.length });
    }
    const sequences = await nextPart(parts);
    if (sequences.kind !== "sequences") throw damage({ code: "wrong_count", entry: MANIFEST });
    const said = manifest.documents.find(({ name }) => name === SEQUENCES);
    if (said?.sha256 !== sequences.measure.sha256) throw damage({ code: "wrong_hash", entry: SEQUENCES });
    return sequences.sequences;
  } finally {
    await parts.return(undefined);
  }
}

async function loadTable(client: pg.Client, table: OwnTable, said: ManifestTable, parts: Parts): Promise<void> {
  const list = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const stream = client.query(copyFrom(`copy ${table.quoted} (${list}) from stdin`));
  try {
    await pipeline(checkedBodies(parts, said), stream);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw damage({ code: "contents_refused", table: table.name, detail: error.message }, error);
  }
  if (stream.rowCount !== said.rows) throw damage({ code: "wrong_count", entry: `tables/${table.name}` });
}

/** Just as many pieces as the manifest says; the file may have changed since it was checked. */
async function* checkedBodies(parts: Parts, said: ManifestTable): AsyncGenerator<Buffer> {
  for (const [index, { sha256 }] of said.chunks.entries()) {
    const part = await nextPart(parts);
    const entry = chunkName(said.name, index + 1);
    const isExpected = part.kind === "chunk" && part.table === said.name && part.number === index + 1;
    if (!isExpected) throw damage({ code: "missing_entry", entry });
    if (part.measure.sha256 !== sha256) throw damage({ code: "wrong_hash", entry });
    yield part.body;
  }
}

async function nextPart(parts: Parts): Promise<ArchivePart> {
  const next = await parts.next();
  if (next.done === true) throw damage({ code: "missing_entry", entry: MANIFEST });
  return next.value;
}
