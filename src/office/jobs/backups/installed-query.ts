/** Since when this database is in use: when its first migration was applied, known to the application's owner alone. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/index.ts";

export async function findInstalledAt(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select platform_installed_at() as at`.execute(tx);
  return rows[0]?.at ?? new Date(0);
}
