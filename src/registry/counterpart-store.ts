/** Finds the counterparts (海外側) an agreement names, and records those the registry does not know yet. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ForeignParty } from "./agreement.ts";
import { type CounterpartName, counterpartNameOf } from "./counterpart-name.ts";

export type ResolvedForeignParty = ForeignParty & Readonly<{ counterpartId: string }>;

/** @returns the ids named by the parties that no counterpart has. */
export async function findUnknownCounterparts(tx: Tx, foreign: readonly ForeignParty[]): Promise<readonly string[]> {
  const ids = foreign.flatMap(({ counterpartId }) => (counterpartId === null ? [] : [counterpartId]));
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from counterpart where id = any(${ids})`.execute(tx);
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

export async function resolveCounterparts(
  tx: Tx,
  foreign: readonly ForeignParty[],
): Promise<readonly ResolvedForeignParty[]> {
  const resolved: ResolvedForeignParty[] = [];
  for (const party of foreign) {
    const counterpartId =
      party.counterpartId === null
        ? await findOrRecordCounterpart(tx, counterpartNameOf(party))
        : await liveCounterpart(tx, party.counterpartId);
    resolved.push({ ...party, counterpartId });
  }
  return resolved;
}

/** What was merged leads to the one it went into. */
async function liveCounterpart(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`select counterpart_now(${id}) as id`.execute(tx);
  return rows[0]?.id ?? id;
}

async function findOrRecordCounterpart(tx: Tx, wanted: CounterpartName): Promise<string> {
  const known = await findNamed(tx, wanted);
  if (known !== undefined) return known;
  const { rows } = await sql<{ id: string }>`
    insert into counterpart (country, name, name_key, subdivision)
    values (${wanted.country}, ${wanted.name}, ${wanted.nameKey}, ${wanted.subdivision})
    on conflict (country, name_key) do nothing returning id`.execute(tx);
  const recorded = rows[0]?.id ?? (await findNamed(tx, wanted)); // someone else recorded it just now
  if (recorded === undefined) throw new Error("insert into counterpart returned nothing");
  return recorded;
}

/** Under its name of today or another one; of a merged one the counterpart it went into. */
async function findNamed(tx: Tx, { country, nameKey }: CounterpartName): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select counterpart_named(${country}, ${nameKey}) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}
