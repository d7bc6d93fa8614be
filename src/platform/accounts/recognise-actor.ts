/**
 * Sets who asks: the member of the session cookie, else the operator of the start's link, else the public.
 *
 * Read anew for each request: a disabled account, an ended role or an ended session counts from the next click on. Who
 * is signed in but holds no role today is the public, with `signedIn` set, so that the account page can say so.
 */
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { type Actor, PUBLIC } from "../database/actor.ts";
import { findOperatorOf } from "../http/operator-session.ts";
import type { RequestEnv } from "../http/request-context.ts";
import { cookiesAt } from "./auth-options.ts";
import type { Accounts } from "./open-accounts.ts";
import { readSession } from "./read-session.ts";
import type { SignedIn } from "./signed-in.ts";

export function recogniseActor(accounts: Accounts): MiddlewareHandler<RequestEnv> {
  const cookie = `${cookiesAt(accounts.settings.origin).cookiePrefix}.session_token`;
  return async (c, next) => {
    const signedIn = getCookie(c, cookie) === undefined ? undefined : await readSession(accounts, c);
    if (signedIn !== undefined) c.set("signedIn", signedIn);
    c.set("actor", signedIn === undefined ? await findOperatorOf(accounts.database, c) : actorOf(signedIn));
    await next();
  };
}

export function actorOf({ accountId, displayName, current, others }: SignedIn): Actor {
  if (current === null) return PUBLIC;
  return { kind: "member", accountId, displayName, body: current.body, roles: current.roles, otherBodies: others };
}
