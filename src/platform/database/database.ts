/**
 * Database: every piece of work runs in one transaction under a non-owner role, with the actor's claims set.
 *
 * Begin, role and claims travel in one round trip. `read` is read only; `write` commits when the work returns and
 * rolls back when it throws. Policies read `current_setting('kakehashi.actor', true)`, `…('kakehashi.request', true)`,
 * `…('kakehashi.body', true)` and, through `marks_covered(action)`, what the actor may do where.
 */
import { type CompiledQuery, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { permissionClaim } from "../permissions/scopes.ts";
import { type Actor, actorName, databaseRole } from "./actor.ts";
import { openReplica } from "./replica.ts";
import "./type-parsers.ts";

/** A running transaction. A store narrows it: `tx.withTables<RegistryTables>()`. */
export type Tx = Kysely<unknown>;

export type WorkOptions = Readonly<{
  /** Id of the HTTP request or command, kept in histories. */
  requestId?: string;
}>;

export interface Database {
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: WorkOptions): Promise<T>;
  /** The work may be done again from its beginning (see `unlessDeadlocked`): what it changes, it changes in `tx`. */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: WorkOptions): Promise<T>;
  /** Rows of one query through a server-side cursor, so that an export never holds them all. */
  stream<Row>(actor: Actor, query: (tx: Tx) => CompiledQuery<Row>, batchSize?: number): AsyncGenerator<Row>;
  close(): Promise<void>;
}

export type DatabaseSettings = Readonly<{
  connection: pg.PoolConfig;
  /** A read-only copy, for what the public reads; it may lag behind by moments. */
  replica?: pg.PoolConfig | undefined;
  applicationName?: string;
  connections?: number;
}>;

export function openDatabase({ replica, ...settings }: DatabaseSettings): Database {
  const pool = openPool(settings);
  const copy = replica === undefined ? undefined : openReplica(openPool({ ...settings, connection: replica }), pool);
  const poolFor = async (actor: Actor): Promise<pg.Pool> =>
    actor.kind === "public" && copy !== undefined ? copy.choose() : pool;
  return {
    read: async (actor, work, options) => inTransaction(await poolFor(actor), "begin read only", actor, work, options),
    write: (actor, work, options) => unlessDeadlocked(() => inTransaction(pool, "begin", actor, work, options)),
    stream: async function* <Row>(actor: Actor, query: (tx: Tx) => CompiledQuery<Row>, batchSize = 500) {
      yield* streamRows(await poolFor(actor), actor, query, batchSize);
    },
    close: async () => {
      await copy?.close();
      await pool.end();
    },
  };
}

function openPool({ connection, applicationName, connections }: Omit<DatabaseSettings, "replica">): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: connections ?? 10,
    application_name: applicationName ?? "kakehashi",
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while it works fails its query; without a listener the event itself would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => console.error(`データベースとの接続が切れました: ${error.message}`));
  return pool;
}

const DEADLOCK = "40P01";
const MOST_TRIES = 3;

/**
 * Two who change the same records in another order wait for each other; the database ends one of them, which has then
 * changed nothing. It begins anew and finds what the other has saved, so that a stale version is refused as always.
 */
async function unlessDeadlocked<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction();
    } catch (error) {
      const isDeadlocked = error instanceof pg.DatabaseError && error.code === DEADLOCK;
      if (!isDeadlocked || tried === MOST_TRIES) throw error;
    }
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options?: WorkOptions,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`${begin};${claims(actor, options)}`);
    const result = await work(kyselyOver(client));
    await client.query("commit");
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

function claims(actor: Actor, options?: WorkOptions): string {
  const name = pg.escapeLiteral(actorName(actor));
  const request = pg.escapeLiteral(options?.requestId ?? "");
  return `set local role ${databaseRole(actor)};select set_config('kakehashi.actor',${name},true),set_config('kakehashi.request',${request},true),${ofActor(actor)}`;
}

const claimsKnown = new WeakMap<Actor, string>();

/** Body and permissions do not change while an actor lives, so they are written down once. */
function ofActor(actor: Actor): string {
  const known = claimsKnown.get(actor);
  if (known !== undefined) return known;
  const body = pg.escapeLiteral(actor.kind === "member" ? actor.body.id : "");
  const permissions = pg.escapeLiteral(permissionClaim(actor));
  const made = `set_config('kakehashi.body',${body},true),set_config('kakehashi.permissions',${permissions},true)`;
  claimsKnown.set(actor, made);
  return made;
}

/** @returns the reason to throw the connection away, or undefined when it is clean again. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Kysely's query builder over one connection whose transaction is already open. */
function kyselyOver(client: pg.PoolClient): Tx {
  const connection = {
    query: client.query.bind(client),
    release: () => undefined, // the transaction's end releases it
  } as unknown as pg.PoolClient; // Kysely calls only these two
  const pool = { connect: async () => connection, end: async () => undefined } as unknown as pg.Pool; // and of a pool these
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

async function* streamRows<Row>(
  pool: pg.Pool,
  actor: Actor,
  query: (tx: Tx) => CompiledQuery<Row>,
  batchSize: number,
): AsyncGenerator<Row> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin read only;${claims(actor)}`);
    const { sql, parameters } = query(kyselyOver(client));
    await client.query(`declare export_rows no scroll cursor for ${sql}`, [...parameters]);
    for (;;) {
      const { rows } = await client.query(`fetch ${Math.trunc(batchSize)} from export_rows`);
      yield* rows as Row[]; // the query's own row type
      if (rows.length < batchSize) break;
    }
  } finally {
    broken = await rollBack(client);
    client.release(broken);
  }
}
