/**
 * How often something may be tried, counted in the database so that all nodes count together and a restart forgets
 * nothing. Keys are hashed: the table names neither people nor addresses.
 */
import { createHash } from "node:crypto";
import type pg from "pg";

export type Limit = Readonly<{ tries: number; minutes: number }>;
export type Try = Readonly<{ what: string; of: string; limit: Limit }>;

/** An office's people come from one address, so an address may try more often than a person. */
export const LIMITS = {
  signInOfAccount: { tries: 10, minutes: 15 },
  signInFromAddress: { tries: 100, minutes: 15 },
  codeOfAccount: { tries: 10, minutes: 15 },
  resetOfAccount: { tries: 3, minutes: 60 },
  resetFromAddress: { tries: 20, minutes: 60 },
  invitationFromAddress: { tries: 100, minutes: 15 },
} as const satisfies Record<string, Limit>;

/**
 * Counts one try for each key.
 * @returns when one may try again, if one of them is used up; then nothing is counted.
 */
export async function countTry(pool: pg.Pool, tries: readonly Try[]): Promise<Date | undefined> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const one of tries) {
      const again = await takeOne(client, one);
      if (again === undefined) continue;
      await client.query("rollback");
      return again;
    }
    await client.query("commit");
    return undefined;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function takeOne(client: pg.PoolClient, { what, of, limit }: Try): Promise<Date | undefined> {
  const key = keyOf(what, of);
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
  await client.query("delete from attempt where key = $1 and at < now() - make_interval(mins => $2)", [
    key,
    limit.minutes,
  ]);
  const { rows } = await client.query<{ tries: number; again: Date | null }>(
    "select count(*) as tries, min(at) + make_interval(mins => $2) as again from attempt where key = $1",
    [key, limit.minutes],
  );
  const [row] = rows;
  if (row !== undefined && row.tries >= limit.tries) return row.again ?? undefined;
  await client.query("insert into attempt (key) values ($1)", [key]);
  return undefined;
}

/** After a success the person starts afresh; the address does not. */
export async function forgetTries(pool: pg.Pool, what: string, of: string): Promise<void> {
  await pool.query("delete from attempt where key = $1", [keyOf(what, of)]);
}

function keyOf(what: string, of: string): string {
  return `${what}:${createHash("sha256").update(of).digest("base64url")}`;
}
