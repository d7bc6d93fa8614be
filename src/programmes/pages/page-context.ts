/** What every page of the programmes knows of its request: language, address, who works here, and what they may do. */
import { type Database, isPermittedSomewhere, type RequestContext, type Tx } from "../../platform/index.ts";
import { type Lang, type Office, officeFor } from "../../ui/index.ts";
import type { ProgrammeSide } from "../criteria-query.ts";

export type PageContext = Readonly<{
  lang: Lang;
  /** Address of the page with its query. */
  path: string;
  office: Office | undefined;
  canEdit: boolean;
  /** May read what is being prepared, somewhere. */
  canReadWork: boolean;
}>;

export type RouteParts = Readonly<{ database: Database }>;

/** How to answer a request, once its transaction is committed: a redirect is never early. */
export type Answer = () => Response | Promise<Response>;

export function pageContext(c: RequestContext): PageContext {
  const { pathname, search } = new URL(c.req.url);
  const actor = c.get("actor");
  const lang = c.get("lang");
  return {
    lang,
    path: `${pathname}${search}`,
    office: officeFor(actor, lang),
    canEdit: isPermittedSomewhere(actor, "programme.edit"),
    canReadWork: isPermittedSomewhere(actor, "programme.read_unpublished"),
  };
}

/** `?side=working`: what is being prepared, for those who work on it; everybody else reads what is published. */
export function sideAsked(c: RequestContext): ProgrammeSide {
  const isAsked = c.req.query("side") === "working";
  return isAsked && isPermittedSomewhere(c.get("actor"), "programme.read_unpublished") ? "working" : "published";
}

export function reader({ database }: RouteParts) {
  return <T>(c: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.read(c.get("actor"), work, { requestId: c.get("requestId") });
}
