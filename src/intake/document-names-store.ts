/** Names of imported documents, of those that the reader may read. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

export async function namesOfDocuments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from import_document where id = any(${ids})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
