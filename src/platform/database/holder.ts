/**
 * One application per database: a session advisory lock, whose holder says who it is in its application name.
 *
 * The lock dies with the process, so nothing stale is left after SIGKILL.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const APPLICATION_LOCK = 7_214_002;
/** A killed process's connection is noticed by the server within moments; wait that long before complaining. */
const WAIT_MS = 2_000;

export type Hold = Readonly<{
  release: () => Promise<void>;
  /** Settles when the connection that holds the lock broke; never after a release. */
  lost: Promise<void>;
}>;
export type Holder = Readonly<{ name: string; since: string }>;

/** @returns the hold, or who has it. `name` is shown to the next one: ASCII only (the server replaces the rest): `kakehashi pid 123 port 3000`. */
export async function holdDatabase(connection: pg.ClientConfig, name: string): Promise<Hold | Holder> {
  const client = new pg.Client({ ...connection, application_name: name });
  await client.connect();
  const giveUpAt = performance.now() + WAIT_MS;
  do {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as held", [APPLICATION_LOCK]);
    if (rows[0]?.held === true) return holdBy(client);
    await sleep(100);
  } while (performance.now() < giveUpAt);
  const holder = await findHolder(client);
  await client.end();
  return holder;
}

function holdBy(client: pg.Client): Hold {
  let isReleased = false;
  const lost = new Promise<void>((settle) => {
    client.on("error", () => undefined); // the end that follows tells; without a listener it would be a fault
    client.once("end", () => {
      if (!isReleased) settle();
    });
  });
  const release = (): Promise<void> => {
    isReleased = true;
    return client.end();
  };
  return { release, lost };
}

async function findHolder(client: pg.Client): Promise<Holder> {
  const { rows } = await client.query<Holder>(
    `select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') as since
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [APPLICATION_LOCK],
  );
  return rows[0] ?? { name: "不明", since: "" };
}
