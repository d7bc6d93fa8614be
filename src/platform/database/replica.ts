/**
 * Read replica (読み取り専用の複製): what the public reads may come from a copy of the database.
 *
 * Signed-in people read the database itself, so that they always see what they just saved. When the copy cannot be
 * reached, the public is served from the database too, and the copy is asked again after a while.
 */
import type pg from "pg";

const ASK_AGAIN_AFTER_MS = 5_000;

export type Replica = Readonly<{
  /** The copy, or the database while the copy is away. */
  choose: () => Promise<pg.Pool>;
  close: () => Promise<void>;
}>;

export function openReplica(copy: pg.Pool, database: pg.Pool): Replica {
  let awayUntil = 0;
  const choose = async (): Promise<pg.Pool> => {
    if (performance.now() < awayUntil) return database;
    try {
      (await copy.connect()).release();
      return copy;
    } catch (error) {
      awayUntil = performance.now() + ASK_AGAIN_AFTER_MS;
      console.error(JSON.stringify({ at: new Date().toISOString(), replica: String(error) }));
      return database;
    }
  };
  return { choose, close: () => copy.end() };
}
