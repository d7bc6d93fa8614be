/** Where problems without a page of their own and faults become pages; a fault is logged once, with the request's id. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { faultLine, findDatabaseTrouble, PUBLIC, type RequestContext } from "../platform/index.ts";
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

export function faultPage(error: Error, c: RequestContext): Response | Promise<Response> {
  const requestId = c.get("requestId");
  console.error(faultLine(error, c));
  const trouble = findDatabaseTrouble(error);
  if (trouble === "away") return renderPage(c, <UnavailablePage {...shared(c)} />, 503);
  if (trouble === "full") return renderPage(c, <RefusedPage {...shared(c)} reason="noRoom" />, 507);
  return renderPage(c, <FaultPage {...shared(c)} requestId={requestId} />, 500);
}
