/** What the registry asks of the body somebody works for. */
import { sql } from "kysely";
import type { Actor, Tx } from "../platform/index.ts";

/** Operators work for no body, so nobody approves what they do. */
export async function asksApproval(tx: Tx, actor: Actor): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const { rows } = await sql<{ asks: boolean }>`
    select asks_approval as asks from body where id = ${actor.body.id}`.execute(tx);
  return rows[0]?.asks === true;
}
