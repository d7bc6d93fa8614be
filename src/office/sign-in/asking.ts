/** What the use cases of accounts are told about a request, and where it leads afterwards. */
import { type Asking, clientAddress, type RequestContext } from "../../platform/index.ts";
import { pathIn, safeHref } from "../../ui/index.ts";

export function askingOf(c: RequestContext): Asking {
  return { headers: c.req.raw.headers, address: clientAddress(c), requestId: c.get("requestId") };
}

/** A page of this site to go on to; anything else, such as another host, is dropped. */
export function safeNext(text: unknown): string | undefined {
  if (typeof text !== "string" || text.length > 500 || !text.startsWith("/")) return undefined;
  return safeHref(text) ?? undefined;
}

/** A redirect after a form, in the language of the page unless the address has its own. */
export function goTo(c: RequestContext, path: string): Response {
  return c.redirect(path.startsWith("/en/") ? path : pathIn(c.get("lang"), path), 303);
}
