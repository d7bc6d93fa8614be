/** Reads and changes counterparts (海外側), their history, and what was merged into what. */
import { sql } from "kysely";
import { matchKey } from "../../kernel/name-key.ts";
import type { Tx } from "../../platform/index.ts";
import { aliasKeys, type CounterpartFacts, type CounterpartOtherName } from "./counterpart-facts.ts";

export type RecordedCounterpart = CounterpartFacts &
  Readonly<{ id: string; version: number; mergedInto: string | null }>;

const COLUMNS = sql`c.id, c.name, c.country, c.subdivision, c.kind, c.names, c.version, c.merged_into as "mergedInto"`;

const ID = /^C[0-9]{6,12}$/u;

export async function findRecordedCounterpart(tx: Tx, id: string): Promise<RecordedCounterpart | undefined> {
  if (!ID.test(id)) return undefined;
  const { rows } = await sql<RecordedCounterpart>`
    select ${COLUMNS} from counterpart c where c.id = ${id}`.execute(tx);
  return rows[0];
}

export async function lockCounterpart(tx: Tx, id: string): Promise<RecordedCounterpart | undefined> {
  if (!ID.test(id)) return undefined;
  await sql`select from counterpart where id = ${id} for update`.execute(tx);
  return findRecordedCounterpart(tx, id);
}

/** Another one with that name in that country, merged ones too: their names stay taken. */
export async function findCounterpartNamed(
  tx: Tx,
  { name, country }: Pick<CounterpartFacts, "name" | "country">,
  besides: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select counterpart_now(c.id) as id from counterpart c
    where c.country is not distinct from ${country} and c.name_key = ${matchKey(name)} and c.id <> ${besides}`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** Of the same country, by name or number, merged ones left out. */
export async function searchCounterparts(
  tx: Tx,
  query: string,
  besides: string,
): Promise<readonly RecordedCounterpart[]> {
  const key = matchKey(query);
  if (key === "") return [];
  const { rows } = await sql<RecordedCounterpart>`
    select ${COLUMNS} from counterpart c
    where c.merged_into is null and c.id <> ${besides}
      and (c.id = ${query.trim().toUpperCase()} or strpos(c.name_key, ${key}) > 0 or strpos(${key}, c.name_key) > 0 or ${key} = any (c.alias_keys))
    order by c.name_key = ${key} desc, length(c.name_key), c.id limit 20`.execute(tx);
  return rows;
}

/** @returns the counterpart as it is now, with the next version. */
export async function saveCounterpart(
  tx: Tx,
  { id }: RecordedCounterpart,
  facts: CounterpartFacts,
  mergedInto: string | null = null,
): Promise<RecordedCounterpart> {
  const { name, country, subdivision, kind, names } = facts;
  await sql`
    update counterpart set name = ${name}, name_key = ${matchKey(name)}, country = ${country},
      subdivision = ${subdivision}, kind = ${kind}, names = ${JSON.stringify(names)}::jsonb,
      other_names = ${names.map((one) => one.name)}, alias_keys = ${aliasKeys(facts)}, merged_into = ${mergedInto},
      version = version + 1
    where id = ${id}`.execute(tx);
  const saved = await findRecordedCounterpart(tx, id);
  if (saved === undefined) throw new Error(`counterpart ${id} was written and cannot be read`);
  return saved;
}

export type CounterpartAction = "edited" | "merged" | "absorbed" | "merge_undone" | "restored";

export async function appendCounterpartHistory(
  tx: Tx,
  action: CounterpartAction,
  before: RecordedCounterpart,
  after: RecordedCounterpart,
  reason: string,
): Promise<void> {
  await sql`
    insert into counterpart_version (counterpart_id, version, action, before, after, reason)
    values (${after.id}, ${after.version}, ${action}, ${snapshot(before)}::jsonb, ${snapshot(after)}::jsonb, ${reason})`.execute(
    tx,
  );
}

function snapshot({ id: _id, version: _version, ...facts }: RecordedCounterpart): string {
  return JSON.stringify(facts);
}

export type CounterpartHistoryEntry = Readonly<{
  version: number;
  action: CounterpartAction;
  reason: string;
  recordedAt: string;
  recordedBy: string;
  recordedByName: string | null;
}>;

/** Newest first. */
export async function listCounterpartHistory(tx: Tx, id: string): Promise<readonly CounterpartHistoryEntry[]> {
  const { rows } = await sql<CounterpartHistoryEntry>`
    select v.version, v.action, v.reason, to_json(v.recorded_at)#>>'{}' as "recordedAt", v.recorded_by as "recordedBy",
      (select u.display_name from account u where u.id = v.recorded_by) as "recordedByName"
    from counterpart_version v where v.counterpart_id = ${id} order by v.version desc limit 100`.execute(tx);
  return rows;
}

export type MovedParty = Readonly<{ no: number; name: string }>;

/** @param only null moves all. @returns what was moved. */
export async function moveParties(
  tx: Tx,
  fromId: string,
  toId: string,
  only: readonly MovedParty[] | null,
): Promise<readonly MovedParty[]> {
  const named = only === null ? null : JSON.stringify(only);
  const { rows } = await sql<{ moved: readonly MovedParty[] }>`
    select move_counterpart_parties(${fromId}, ${toId}, ${named}::jsonb) as moved`.execute(tx);
  return rows[0]?.moved ?? [];
}

export type CounterpartMerge = Readonly<{
  id: number;
  survivorId: string;
  absorbedId: string;
  absorbedName: string;
  addedNames: readonly CounterpartOtherName[];
  moved: readonly MovedParty[];
  isUndone: boolean;
}>;

export async function insertCounterpartMerge(
  tx: Tx,
  merge: Pick<CounterpartMerge, "survivorId" | "absorbedId" | "addedNames" | "moved">,
): Promise<void> {
  const { survivorId, absorbedId } = merge;
  await sql`
    insert into counterpart_merge (survivor_id, absorbed_id, added_names, moved)
    values (${survivorId}, ${absorbedId}, ${JSON.stringify(merge.addedNames)}::jsonb,
      ${JSON.stringify(merge.moved)}::jsonb)`.execute(tx);
}

const MERGE_COLUMNS = sql`m.id::integer as id, m.survivor_id as "survivorId", m.absorbed_id as "absorbedId",
  (select c.name from counterpart c where c.id = m.absorbed_id) as "absorbedName", m.added_names as "addedNames", m.moved,
  m.undone_at is not null as "isUndone"`;

export async function findCounterpartMerge(tx: Tx, id: number): Promise<CounterpartMerge | undefined> {
  const { rows } = await sql<CounterpartMerge>`
    select ${MERGE_COLUMNS} from counterpart_merge m where m.id = ${id}`.execute(tx);
  return rows[0];
}

/** In force, newest first. */
export async function listMergesIntoCounterpart(tx: Tx, survivorId: string): Promise<readonly CounterpartMerge[]> {
  const { rows } = await sql<CounterpartMerge>`
    select ${MERGE_COLUMNS} from counterpart_merge m
    where m.survivor_id = ${survivorId} and m.undone_at is null order by m.id desc`.execute(tx);
  return rows;
}

export async function markCounterpartMergeUndone(tx: Tx, id: number): Promise<void> {
  await sql`
    update counterpart_merge set undone_at = now(), undone_by = current_setting('kakehashi.actor')
    where id = ${id}`.execute(tx);
}

export async function namesOfCounterparts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.name from counterpart c where c.id = any (${ids})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Where the number of a merged one leads, for everybody; undefined when it was not merged. */
export async function findCounterpartTarget(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select counterpart_now(${id}) as id`.execute(tx);
  const target = rows[0]?.id ?? undefined;
  return target === id ? undefined : target;
}
