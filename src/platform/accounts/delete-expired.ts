/** What has expired in the schema of accounts: sessions, links in letters, counted attempts. Run every night. */
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import { asAuth } from "./auth-pool.ts";

/** Attempts count for minutes; a day is far more than any limit looks back. */
export async function deleteExpiredSignIns(tx: Tx): Promise<void> {
  await asAuth(tx, async () => {
    await sql`delete from auth.session where "expiresAt" < now()`.execute(tx);
    await sql`delete from auth.verification where "expiresAt" < now()`.execute(tx);
    await sql`delete from auth.attempt where at < now() - interval '1 day'`.execute(tx);
  });
}
