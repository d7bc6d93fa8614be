/** What every page of the registry knows of its request: language, address, who works here, and today. */
import { type Database, isPermittedSomewhere, type RequestContext } from "../../platform/index.ts";
import { type Lang, type Office, officeFor } from "../../ui/index.ts";

export type PageContext = Readonly<{
  lang: Lang;
  /** Address of the page with its query. */
  path: string;
  office: Office | undefined;
  canEdit: boolean;
}>;

export type RouteParts = Readonly<{ database: Database }>;

export function pageContext(c: RequestContext): PageContext {
  const { pathname, search } = new URL(c.req.url);
  const actor = c.get("actor");
  const lang = c.get("lang");
  return {
    lang,
    path: `${pathname}${search}`,
    office: officeFor(actor, lang),
    canEdit: isPermittedSomewhere(actor, "agreement.edit"),
  };
}

/** The day in Japan, where the records' dates are. */
export function todayInJapan(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(now);
}
