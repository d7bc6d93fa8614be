/**
 * Counts over what is published, remembered in memory until it changes: they are the same for every reader, and cost
 * the database far more than the rows of a page do.
 *
 * The mark of what is published (how many programmes, and which version of each) is read in the transaction that asks,
 * so nothing that was committed before is ever missed; nothing is remembered for who may write. A programme that is
 * published anew has a version it never had before, whatever the clock says. The sum is of 64-bit hashes of number and
 * version, so that no two changes cancel each other out.
 */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ProgrammeSide } from "./criteria-query.ts";

type Memory = Readonly<{ mark: string; results: Map<string, unknown> }>;

const RESULTS_KEPT = 300;
/** One application reads one database; tests read several. */
const DATABASES_KEPT = 8;

const memories = new Map<string, Memory>();
const marks = new WeakMap<Tx, Promise<Mark>>();

/** @param key begins with the name of the one function that makes such results. */
export async function rememberCounts<T>(tx: Tx, side: ProgrammeSide, key: string, make: () => Promise<T>): Promise<T> {
  if (side === "working") return make();
  const { identity, mark, isReadOnly } = await markOf(tx);
  if (!isReadOnly) return make();
  const { results } = memoryOf(identity, mark);
  if (results.has(key)) return results.get(key) as T; // keys begin with the name of the one function that makes them
  const made = await make();
  results.set(key, made);
  const oldest = results.keys().next().value;
  if (results.size > RESULTS_KEPT && oldest !== undefined) results.delete(oldest);
  return made;
}

function memoryOf(identity: string, mark: string): Memory {
  const known = memories.get(identity);
  if (known?.mark === mark) return known;
  const fresh: Memory = { mark, results: new Map() };
  memories.delete(identity);
  memories.set(identity, fresh);
  const oldest = memories.keys().next().value;
  if (memories.size > DATABASES_KEPT && oldest !== undefined) memories.delete(oldest);
  return fresh;
}

type Mark = Readonly<{ identity: string; mark: string; isReadOnly: boolean }>;

/** Once in a transaction, so that all counts of a page come from one memory. */
function markOf(tx: Tx): Promise<Mark> {
  const known = marks.get(tx);
  if (known !== undefined) return known;
  const asked = readMark(tx);
  marks.set(tx, asked);
  return asked;
}

/** Server start and database oid tell databases apart that share a name one after the other. */
async function readMark(tx: Tx): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select count(*) || '/' || coalesce(sum(hashint8extended((p.no::bigint << 32) | p.published_version, 0)), 0) as mark,
      current_setting('transaction_read_only') = 'on' as "isReadOnly", pg_postmaster_start_time()::text || '/' ||
      (select oid from pg_database where datname = current_database()) as identity
    from programme p where p.publication = 'published'`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}
