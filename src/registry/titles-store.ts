/** Titles of agreements, of those that the reader may read. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

export async function titlesOfAgreements(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from agreement where id = any(${ids})`.execute(tx);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
