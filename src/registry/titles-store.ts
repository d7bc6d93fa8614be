/** Titles of agreements, of those that the reader may read. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

export async function titlesOfAgreements(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from agreement where id = any(${ids})`.execute(tx);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export type LinkedAgreement = Readonly<{ id: string; title: string }>;

/** By the ids given, what each is now: what was merged since is what it went into. Of those that the reader may read. */
export async function linkedAgreements(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LinkedAgreement>> {
  const asked = ids.filter((id) => /^A[0-9]{6,9}$/.test(id));
  if (asked.length === 0) return new Map();
  const { rows } = await sql<LinkedAgreement & { linked: string }>`
    select w.id as linked, a.id, a.title from unnest(${asked}::text[]) w (id)
      join agreement a on a.id = coalesce(agreement_merged_into(substr(w.id, 2)::integer), w.id)`.execute(tx);
  return new Map(rows.map(({ linked, id, title }) => [linked, { id, title }]));
}
