/**
 * Names of people behind the actors of histories and audit, for those who may read them: oneself, and the members of
 * bodies where the reader has `member.read`. The policy of `account` decides; researchers and the public read none.
 */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";

/** @returns names by account id; an id without an entry is shown as the body it acted for. */
export async function namesOfActors(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(ids)].filter((id) => /^U[0-9]{6,9}$/u.test(id));
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from account where id = any(${accounts})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
