/** Pages are read and forms are sent: GET, HEAD and POST. Anything else is refused before a route sees it. */
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

const METHODS: readonly string[] = ["GET", "HEAD", "POST"];

export function allowMethods(): MiddlewareHandler {
  return async (c, next) => {
    if (METHODS.includes(c.req.method)) return next();
    c.header("Allow", METHODS.join(", "));
    throw new HTTPException(405, { message: "method not used here" });
  };
}
