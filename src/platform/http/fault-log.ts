/**
 * A fault in the log: one JSON line with the request's id, what broke and where in our code, without what was typed.
 *
 * PostgreSQL repeats values in its messages (`invalid input syntax … "値"`), so quoted words of its errors about data
 * are left out; so are mailboxes wherever they stand.
 */
import type { RequestContext } from "./request-context.ts";
import { maskedPath } from "./request-log.ts";

/** Classes 22 (data) and 23 (constraints) quote what was sent. */
const QUOTES_VALUES = /^2[23]/u;

export function faultLine(error: Error, c: RequestContext, now = new Date()): string {
  return JSON.stringify({
    at: now.toISOString(),
    kind: "fault",
    requestId: c.get("requestId"),
    method: c.req.method.slice(0, 20),
    path: maskedPath(c.req.path),
    error: describeFault(error),
  });
}

export function describeFault(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${describeFault(error.cause)}` : "";
  return `${withoutValues(error)}${cause}`;
}

function withoutValues(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  const message = QUOTES_VALUES.test(code) ? error.message.replaceAll(/"[^"]*"/gu, '"…"') : error.message;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  const head = `${error.name}${code === "" ? "" : ` ${code}`}: ${message}`;
  return [head.replaceAll(/[^\s"'<>(]+[@＠][^\s"'<>)]+/gu, "…"), ...frames].join("\n");
}
