/**
 * The log of requests: one JSON line for each, written when its answer is ready, with what an investigation needs
 * (when, who, from where, what, how it ended) and nothing that opens a door or names a person.
 *
 * Never in it: query, cookies, form values, headers. What looks like a token or a mailbox in a path is masked. The
 * actor is an account's id; names and mailboxes stay in the database. A line ends at its line end whatever is asked.
 */
import type { MiddlewareHandler } from "hono";
import { actorName } from "../database/actor.ts";
import { clientAddress } from "./client.ts";
import type { RequestEnv } from "./request-context.ts";

export type WriteLine = (line: string) => void;

const LONGEST_PATH = 200;

export function logRequests(write: WriteLine): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const actor = c.get("actor"); // unset when the answer came before anybody was recognised
    write(
      JSON.stringify({
        at: new Date().toISOString(),
        kind: "request",
        requestId: c.get("requestId"),
        method: c.req.method.slice(0, 20),
        path: maskedPath(c.req.path),
        lang: c.get("lang"),
        status: c.res.status,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        actor: actor === undefined ? null : actorName(actor),
        client: clientAddress(c),
      }),
    );
  };
}

/** Addresses of ours are short words and ids; a long word without a meaning, or one with @, is somebody's secret. */
export function maskedPath(path: string): string {
  if (path.startsWith("/assets/")) return path.slice(0, LONGEST_PATH);
  const words = path.slice(0, LONGEST_PATH * 5).split("/");
  return words.map(masked).join("/").slice(0, LONGEST_PATH);
}

function masked(word: string): string {
  const isLong = word.length >= 20 && /\d/u.test(word) && !/[.%]/u.test(word);
  return isLong || word.length >= 60 || /@|%40/u.test(word) ? "…" : word;
}
