/**
 * What every request handler may rely on: who asks (actor), the request's id, the language of the page.
 *
 * English pages live under `/en/…`; routing sees the path without that prefix (see `routedPath`).
 */
import { randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { SignedIn } from "../accounts/signed-in.ts";
import type { Actor } from "../database/actor.ts";

export type Language = "ja" | "en";

export type Client = Readonly<{
  /** IPv4 or IPv6 without port; `unknown` when the request did not come over a socket. */
  address: string;
  isHttps: boolean;
}>;

export type RequestEnv = {
  Variables: {
    actor: Actor;
    /** Who is signed in, also when no role lets them be a member today. */
    signedIn?: SignedIn;
    requestId: string;
    lang: Language;
    /** Ask `clientAddress` and `isHttps`; unset where routes stand alone. */
    client?: Client;
    /** How many records a file carries, for the audit; set by the route that sends it. */
    exportedRecords?: number;
  };
};

export type RequestContext = Context<RequestEnv>;

/** Hono's `getPath`: `/en/agreements` is routed as `/agreements`. */
export function routedPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return splitLanguage(pathname).path;
}

export function splitLanguage(pathname: string): Readonly<{ lang: Language; path: string }> {
  if (pathname === "/en") return { lang: "en", path: "/" };
  if (pathname.startsWith("/en/")) return { lang: "en", path: pathname.slice(3) };
  return { lang: "ja", path: pathname };
}

/** The id is short enough to be read out on the telephone. */
export function identifyRequest(): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const requestId = randomBytes(5).toString("hex");
    c.set("requestId", requestId);
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
    c.header("X-Request-Id", requestId);
  };
}
