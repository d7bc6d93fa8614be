/** What programmes ask of bodies: whether one asks for approval, who they are, and which can approve. */
import { sql } from "kysely";
import type { Actor, Tx } from "../platform/index.ts";
import type { ProgrammeOwner } from "./recorded-programme.ts";

/** Of these owners, those whose programmes another person approves: the owner asks for it, or the actor's own body. */
export async function ownersAskingApproval(
  tx: Tx,
  actor: Actor,
  owners: readonly ProgrammeOwner[],
): Promise<ReadonlySet<ProgrammeOwner>> {
  if (actor.kind !== "member") return new Set();
  const { rows } = await sql<{ owner: string }>`
    select o.owner from unnest(${[...new Set(owners)]}::text[]) o (owner)
    where exists (select from body b where b.asks_approval
      and (b.id = ${actor.body.id} or b.id = o.owner or b.government_code = o.owner))`.execute(tx);
  return new Set(rows.map(({ owner }) => owner));
}

/** Of a body that is no local government; undefined when there is none with this id. */
export async function findBodyName(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from body where id = ${id} and government_code is null`.execute(tx);
  return rows[0]?.name;
}

/** The owner's own body; null where it has none here. */
export async function findOwnerBody(tx: Tx, owner: ProgrammeOwner): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from body where (id = ${owner} or government_code = ${owner}) and disabled_at is null`.execute(tx);
  return rows[0]?.id ?? null;
}
