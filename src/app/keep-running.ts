/**
 * Keeps the embedded database running under the application: when it dies (killed, out of memory), it is started again
 * and held again. Requests in between fail with 503; the pool finds the new server on the same socket.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedServer, Hold } from "../platform/index.ts";

export type Held = Readonly<{ server: EmbeddedServer; hold: Hold }>;

/** @returns the hold as it is now, and ends the watch: the caller is about to stop the database itself. */
export type Watch = Readonly<{ release: () => Held }>;

const RETRY_MS = 250;

export function keepRunning(first: Held, startAgain: () => Promise<Held>): Watch {
  let current = first;
  let isWatching = true;
  const watch = async (): Promise<void> => {
    while (isWatching) {
      await current.hold.lost;
      if (!isWatching) return;
      console.error("データベースが止まったため、立ち上げ直しています。");
      current = await untilStarted(startAgain, () => isWatching, current);
    }
  };
  void watch();
  return {
    release: () => {
      isWatching = false;
      return current;
    },
  };
}

async function untilStarted(start: () => Promise<Held>, isWatching: () => boolean, last: Held): Promise<Held> {
  while (isWatching()) {
    try {
      const held = await start();
      console.error("データベースを立ち上げ直しました。保存ずみの記録は失われていません。");
      return held;
    } catch (error) {
      console.error(JSON.stringify({ at: new Date().toISOString(), restart: String(error) }));
      await sleep(RETRY_MS);
    }
  }
  return last;
}
