/** What every import page knows of its request: language, address, who works here. */
import type { RequestContext } from "../../platform/index.ts";
import { type Lang, type Office, officeFor } from "../../ui/index.ts";

export type PageContext = Readonly<{ lang: Lang; path: string; office: Office | undefined; query: URLSearchParams }>;

export function pageContext(c: RequestContext): PageContext {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const lang = c.get("lang");
  return { lang, path: `${pathname}${search}`, office: officeFor(c.get("actor"), lang), query: searchParams };
}
