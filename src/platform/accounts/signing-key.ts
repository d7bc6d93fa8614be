/**
 * The key that signs cookies and seals TOTP secrets: KAKEHASHI_SECRET, else one made at the first start and kept in
 * the database, so that every node and every restored backup has the same (docs/adr/0012).
 */
import { randomBytes } from "node:crypto";
import type pg from "pg";

export async function findSigningKey(pool: pg.Pool, given: string | null): Promise<string> {
  if (given !== null) return given;
  await pool.query("insert into signing_key (key) values ($1) on conflict do nothing", [
    randomBytes(48).toString("base64url"),
  ]);
  const { rows } = await pool.query<{ key: string }>("select key from signing_key");
  const [row] = rows;
  if (row === undefined) throw new Error("the signing key is missing");
  return row.key;
}
