/**
 * Guards a route by an action of the permission table. The public reads that one signs in first; a member who may do
 * it nowhere reads 403. Whether it may be done to *this* record is asked where the record is read, with `isPermitted`.
 */
import type { MiddlewareHandler } from "hono";
import { type Action, isPermittedSomewhere, type RequestContext, type RequestEnv } from "../platform/index.ts";
import { ForbiddenPage, officeFor, renderPage } from "../ui/index.ts";

/** Passes whoever may do at least one of the actions somewhere. */
export function requirePermission(...actions: readonly Action[]): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const actor = c.get("actor");
    if (actions.some((action) => isPermittedSomewhere(actor, action))) return next();
    return refusePage(c);
  };
}

/** Passes whoever has signed in, whatever their roles. */
export const requireSignIn: MiddlewareHandler<RequestEnv> = async (c, next) => {
  if (c.get("actor").kind !== "public") return next();
  return refusePage(c);
};

/** 403, with the way to sign in for whoever has not. */
export function refusePage(c: RequestContext): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const actor = c.get("actor");
  const lang = c.get("lang");
  const page = { lang, path: `${pathname}${search}`, office: officeFor(actor, lang) };
  return renderPage(c, <ForbiddenPage {...page} offersSignIn={actor.kind === "public"} />, 403);
}
