/**
 * What a signed-in person takes away as a file leaves an event: which file, under which conditions, how many records.
 *
 * It is written before the first byte leaves. A route says the number through `c.set("exportedRecords", …)`. What the
 * public downloads is open data and is not kept: the audit would fill with addresses that programs fetch.
 */
import type { MiddlewareHandler } from "hono";
import { MASKED_MAILBOX, maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import type { Database } from "../database/database.ts";
import type { RequestContext, RequestEnv } from "../http/request-context.ts";
import { marksOfBody } from "../permissions/scopes.ts";
import { recordAudit } from "./record-audit.ts";

export function auditExports(database: Database): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    await next();
    const actor = c.get("actor");
    if (actor.kind === "public" || !isDownload(c)) return;
    await database.write(
      actor,
      (tx) =>
        recordAudit(tx, {
          action: "data.exported",
          subject: { kind: "file", id: c.req.path.slice(0, 200) },
          marks: actor.kind === "member" ? marksOfBody(actor.body) : ["*"],
          after: { records: c.get("exportedRecords") ?? null, conditions: conditionsOf(c) },
        }),
      { requestId: c.get("requestId") },
    );
  };
}

const FILE_NAME = /\.(csv|json|xlsx|docx|pdf|md|ics|zip|tar\.gz)$/u;

function isDownload(c: RequestContext): boolean {
  if (c.req.method !== "GET" || c.res.status !== 200) return false;
  return FILE_NAME.test(c.req.path) || (c.res.headers.get("Content-Disposition") ?? "").startsWith("attachment");
}

/** A search word may be somebody's address; tokens never belong in an address of a file. */
function conditionsOf(c: RequestContext): Record<string, string> {
  const asked = [...new URL(c.req.url).searchParams].filter(([name]) => name !== "token");
  return Object.fromEntries(
    asked.slice(0, 40).map(([name, value]) => [name.slice(0, 40), withoutMailboxes(value.slice(0, 200))]),
  );
}

/** Whoever it belongs to, an address is not needed to say what was searched for. */
function withoutMailboxes(text: string): string {
  return maskPersonalMailboxes(text).replace(/\S+[@＠]\S+/gu, MASKED_MAILBOX);
}
