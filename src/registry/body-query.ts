/** What the registry asks of bodies: whether one asks for approval, and which one can approve. */
import { sql } from "kysely";
import type { Actor, BodyRef, Marks, Tx } from "../platform/index.ts";

/** Operators work for no body, so nobody approves what they do. */
export async function asksApproval(tx: Tx, actor: Actor): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const { rows } = await sql<{ asks: boolean }>`
    select asks_approval as asks from body where id = ${actor.body.id}`.execute(tx);
  return rows[0]?.asks === true;
}

/** The own body when the record is its own, else the first body of the record's local governments, else the own one. */
export async function findDecidingBody(tx: Tx, marks: Marks, own: BodyRef | null): Promise<string | null> {
  if (own?.governmentCode != null && marks.includes(own.governmentCode)) return own.id;
  const { rows } = await sql<{ id: string }>`
    select id from body where government_code = any(${[...marks]}) and disabled_at is null
    order by government_code limit 1`.execute(tx);
  return rows[0]?.id ?? own?.id ?? null;
}
