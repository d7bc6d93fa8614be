/**
 * The facet index: rows of the published agreements for counting, kept in memory for each database, true at every request.
 *
 * Counting five facets over 100,000 records below row-level security costs the database hundreds of milliseconds, in
 * memory a few. The registry's revision says whether the index is current; if not, only the records written since are
 * read again, and those no longer published are dropped. Drafts are counted for nobody, so whoever reads first fills it
 * for all. Nothing is decided here that the database does not decide: a lost index is simply read again.
 */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";
import { UNKNOWN } from "../criteria.ts";
import { orUnknown } from "./facet-counts.ts";
import { type FacetRow, type ListPool, makeListPool, poolValues } from "./facet-row.ts";

export type FacetIndex = Readonly<{
  /** Changes when this reader might see something else. */
  revision: number;
  rows: ReadonlyMap<number, FacetRow>;
  pool: ListPool;
  /** Results that hold for this revision, by a key their owner chooses; see `remember`. */
  memory: Map<string, unknown>;
}>;

const RESULTS_KEPT = 300;

/** A result that holds until the registry changes. Whoever chooses the key chooses its type. */
export async function remember<T>({ memory }: FacetIndex, key: string, make: () => T | Promise<T>): Promise<T> {
  if (memory.has(key)) return memory.get(key) as T; // keys begin with the name of the one function that makes them
  const made = await make();
  const oldest = memory.keys().next().value;
  if (memory.size >= RESULTS_KEPT && oldest !== undefined) memory.delete(oldest);
  memory.set(key, made);
  return made;
}

/** One application reads one database; tests read several. */
const INDEXES_KEPT = 8;
const indexes = new Map<string, KnownIndex>();
const loading = new Map<string, Promise<KnownIndex>>();

type KnownIndex = FacetIndex & Readonly<{ rows: Map<number, FacetRow> }>;

/** What transactions that write see of their own uncommitted changes; no other reader may. */
const unshared = new WeakMap<Tx, KnownIndex>();

/** What a transaction that can only read has counted by: all numbers of one page agree, and it asks once. */
const settled = new WeakMap<Tx, FacetIndex>();

export async function facetIndex(tx: Tx): Promise<FacetIndex> {
  const own = settled.get(tx);
  if (own !== undefined) return own;
  const current = await readRevision(tx);
  const index = await currentIndex(tx, current);
  if (current.isReadOnly) settled.set(tx, index);
  return index;
}

async function currentIndex(tx: Tx, { identity, revision, isWriting }: Revision): Promise<FacetIndex> {
  for (;;) {
    const known = indexes.get(identity);
    if (known !== undefined && known.revision >= revision) return known;
    if (isWriting) return ownIndex(tx, known, revision);
    const running = loading.get(identity);
    if (running === undefined) return load(tx, identity, known, revision);
    await Promise.allSettled([running]); // its own reader learns of a failure; this one tries itself
  }
}

async function ownIndex(tx: Tx, known: KnownIndex | undefined, revision: number): Promise<FacetIndex> {
  const own = unshared.get(tx);
  if (own?.revision === revision) return own;
  const base = own ?? (known === undefined ? undefined : { ...known, rows: new Map(known.rows) });
  const fresh = await refresh(tx, base, revision);
  unshared.set(tx, fresh);
  return fresh;
}

/** One at a time for each database and role, so that an older reading never covers a newer one. */
async function load(tx: Tx, identity: string, known: KnownIndex | undefined, revision: number): Promise<FacetIndex> {
  const promise = refresh(tx, known, revision);
  loading.set(identity, promise);
  try {
    const fresh = await promise;
    keep(identity, fresh);
    return fresh;
  } finally {
    loading.delete(identity);
  }
}

function keep(identity: string, fresh: KnownIndex): void {
  indexes.delete(identity);
  indexes.set(identity, fresh);
  const oldest = indexes.keys().next().value;
  if (indexes.size > INDEXES_KEPT && oldest !== undefined) indexes.delete(oldest);
}

type Revision = Readonly<{ identity: string; revision: number; isWriting: boolean; isReadOnly: boolean }>;

/** Server start and database oid tell databases apart that share a name one after the other. */
async function readRevision(tx: Tx): Promise<Revision> {
  const { rows } = await sql<Revision>`
    select value as revision, pg_current_xact_id_if_assigned() is not null as "isWriting",
      current_setting('transaction_read_only') = 'on' as "isReadOnly", pg_postmaster_start_time()::text || '/' ||
      (select oid from pg_database where datname = current_database()) as identity
    from registry_revision`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error("registry_revision has no row");
  return row;
}

/** Rows written since are put into the rows already there: an older result may see them early, never late. */
async function refresh(tx: Tx, known: KnownIndex | undefined, revision: number): Promise<KnownIndex> {
  if (known === undefined) {
    const pool = makeListPool();
    return { revision, pool, rows: new Map(await readRows(tx, pool, sql`true`)), memory: new Map() };
  }
  const { pool, rows } = known;
  const written = await sql<{ no: number }>`
    select no from agreements_written_since(${known.revision}) as written (no)`.execute(tx);
  const nos = written.rows.map(({ no }) => no);
  const current = await readRows(tx, pool, sql`agreement_no = any(${nos})`);
  for (const no of nos) rows.delete(no);
  for (const [no, row] of current) rows.set(no, row);
  return { revision, pool, rows, memory: new Map() };
}

type Row = Readonly<{
  no: number;
  decade: number | null;
  is_one_to_one: boolean;
  listings: string | null;
  countries: string | null;
  counterparts: string | null;
  governments: string | null;
  as_of: string | null;
}>;

/** Lists travel joined by commas: half the bytes of arrays, and equal ones are kept once. */
async function readRows(
  tx: Tx,
  pool: ListPool,
  only: ReturnType<typeof sql>,
): Promise<readonly (readonly [number, FacetRow])[]> {
  const { rows } = await sql<Row>`
    select w.agreement_no as no, w.decade, w.is_one_to_one, l.listings, f.countries, f.counterparts, j.governments, s.as_of
    from (select no as agreement_no, decade, is_one_to_one from agreement where publication = 'published') w
    left join (select agreement_no, string_agg(field, ',' order by position) as listings
      from agreement_listing where publication = 'published' and ${only} group by agreement_no) l using (agreement_no)
    left join (select agreement_no, string_agg(distinct coalesce(country, ${UNKNOWN}), ',') as countries,
        string_agg(counterpart_id, ',') as counterparts
      from agreement_party_foreign where publication = 'published' and ${only} group by agreement_no) f using (agreement_no)
    left join (select agreement_no, string_agg(government_code, ',') as governments
      from agreement_party_japan where publication = 'published' and ${only} group by agreement_no) j using (agreement_no)
    left join (select agreement_no,
        case when min(as_of) = max(as_of) and count(as_of) = count(*) then min(as_of) end as as_of
      from agreement_source where publication = 'published' and ${only} group by agreement_no) s using (agreement_no)
    where ${only}`.execute(tx);
  return rows.map((row) => [row.no, facetRow(pool, row)] as const);
}

function facetRow(pool: ListPool, row: Row): FacetRow {
  const governments = shared(row.governments);
  const lists = poolValues(pool, {
    field: shared(row.listings),
    country: orUnknown(shared(row.countries)),
    prefecture: orUnknown([...new Set(governments.map((code) => code.slice(0, 2)))]),
    decade: [String(row.decade ?? UNKNOWN)],
    parties: [row.is_one_to_one ? "one" : "several"],
  });
  return { no: row.no, lists, governments, counterparts: shared(row.counterparts), asOf: row.as_of };
}

const NOTHING: readonly string[] = [];
const lists = new Map<string, readonly string[]>();
const LISTS_KEPT = 200_000;

function shared(joined: string | null): readonly string[] {
  if (joined === null || joined === "") return NOTHING;
  const known = lists.get(joined);
  if (known !== undefined) return known;
  if (lists.size > LISTS_KEPT) lists.clear();
  const list = joined.split(",");
  lists.set(joined, list);
  return list;
}
