/**
 * Refuses what other sites make a browser send (CSRF): every method that may change something has to come from a page
 * of ours.
 *
 * `Sec-Fetch-Site` decides where a browser sends it: no script can write it, and it holds behind a proxy as well.
 * Browsers leave it out over plain http and when they are old; then the host in `Origin` has to be ours. A request
 * with neither comes from no form of ours. The kind of the body does not matter, so no route has to think of it.
 */
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export function refuseOtherSites(): MiddlewareHandler {
  return async (c, next) => {
    const isSafe = SAFE_METHODS.has(c.req.method);
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (isSafe || isOwnPage(c.req.header("sec-fetch-site"), c.req.header("origin"), host)) return next();
    throw new HTTPException(403, { message: "sent by another site" });
  };
}

function isOwnPage(fetchSite: string | undefined, origin: string | undefined, host: string): boolean {
  if (fetchSite !== undefined) return fetchSite === "same-origin";
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  return (protocol === "https:" || protocol === "http:") && originHost === host.toLowerCase();
}
