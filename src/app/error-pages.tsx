/** Where problems without a page of their own and faults become pages; a fault is logged once, with the request's id. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { faultLine, PUBLIC, type RequestContext } from "../platform/index.ts";
import {
  FaultPage,
  ForbiddenPage,
  NotFoundPage,
  officeFor,
  RefusedPage,
  renderPage,
  UnavailablePage,
} from "../ui/index.ts";

type Shared = Readonly<{ lang: "ja" | "en"; path: string; office: ReturnType<typeof officeFor> }>;

function shared(c: RequestContext): Shared {
  const { pathname, search } = new URL(c.req.url);
  const lang = c.get("lang") ?? "ja"; // both are unset when the fault came before the request was identified
  return { lang, path: `${pathname}${search}`, office: officeFor(c.get("actor") ?? PUBLIC, lang) };
}

export function notFoundPage(c: RequestContext): Response | Promise<Response> {
  return renderPage(c, <NotFoundPage {...shared(c)} />, 404);
}

export function refusedPage(status: number): (c: RequestContext) => Response | Promise<Response> {
  return (c) => {
    if (status === 404) return notFoundPage(c);
    if (status === 403) return renderPage(c, <ForbiddenPage {...shared(c)} />, 403);
    const reason = status === 413 ? "tooLarge" : "unreadable";
    return renderPage(c, <RefusedPage {...shared(c)} reason={reason} />, status as ContentfulStatusCode); // an error status has a body
  };
}

/** PostgreSQL's classes of "not now": connection refused or lost, shutting down, too many connections. */
const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
]);

export function faultPage(error: Error, c: RequestContext): Response | Promise<Response> {
  const requestId = c.get("requestId");
  console.error(faultLine(error, c));
  const code = "code" in error ? String(error.code) : "";
  if (DATABASE_AWAY.has(code)) return renderPage(c, <UnavailablePage {...shared(c)} />, 503);
  return renderPage(c, <FaultPage {...shared(c)} requestId={requestId} />, 500);
}
