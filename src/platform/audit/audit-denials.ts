/** A signed-in person who was refused leaves an event: which page, which request. The public is only shown the way in. */
import type { MiddlewareHandler } from "hono";
import type { Database } from "../database/database.ts";
import type { RequestEnv } from "../http/request-context.ts";
import { marksOfBody } from "../permissions/scopes.ts";
import { recordAudit } from "./record-audit.ts";

export function auditDenials(database: Database): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    await next();
    const actor = c.get("actor");
    if (c.res.status !== 403 || actor.kind !== "member") return;
    const denied = { kind: "page", id: c.req.path.slice(0, 200) };
    await database.write(
      actor,
      (tx) =>
        recordAudit(tx, {
          action: "access.denied",
          subject: denied,
          marks: marksOfBody(actor.body),
          outcome: "refused",
          after: { method: c.req.method },
        }),
      { requestId: c.get("requestId") },
    );
  };
}
