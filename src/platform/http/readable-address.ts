/**
 * An address that holds a NUL character names nothing of ours: no text of a record holds one, and PostgreSQL refuses
 * it. Refused here once (400), so that no page has to think of it.
 */
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

export function refuseNulInAddress(): MiddlewareHandler {
  return async (c, next) => {
    if (/%00/u.test(c.req.url)) throw new HTTPException(400, { message: "NUL in the address" });
    await next();
  };
}
