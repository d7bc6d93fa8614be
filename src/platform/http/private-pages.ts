/**
 * What may be kept of an answer. A member sees more than the public at the same address, and none of it stays on the
 * machine: after signing out, the browser's way back shows nothing. The public's pages are asked for again each time.
 */
import type { MiddlewareHandler } from "hono";
import type { RequestEnv } from "./request-context.ts";

export function keepPagesPrivate(): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    await next();
    c.header("Vary", "Cookie", { append: true });
    const isNamed = c.get("signedIn") !== undefined; // without a role today a person is the public, with a name above the page
    if (isNamed || c.get("actor").kind !== "public") c.header("Cache-Control", "private, no-store");
    else if (c.res.headers.get("Cache-Control") === null) c.header("Cache-Control", "private, no-cache");
  };
}
