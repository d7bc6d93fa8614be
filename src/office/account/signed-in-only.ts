/**
 * Routes of one's own account, guarded in one place: the public is shown the way in, each answer is told who asks, and
 * nobody keeps a copy of what the pages show.
 */
import type { Hono } from "hono";
import type { Accounts, RequestContext, RequestEnv, SignedIn } from "../../platform/index.ts";
import { refusePage } from "../require-permission.tsx";

type Answer = (c: RequestContext, accounts: Accounts, who: SignedIn) => Response | Promise<Response>;

export type AccountRoutes = Readonly<{
  get: (path: string, answer: Answer) => void;
  post: (path: string, answer: Answer) => void;
}>;

/** For whoever is signed in. */
export function signedInOnly(routes: Hono<RequestEnv>, accounts: Accounts): AccountRoutes {
  return guarded(routes, accounts, () => true);
}

/** Sample accounts belong to everybody who tries the sample: nobody changes how they are entered. */
export function ownAccountOnly(routes: Hono<RequestEnv>, accounts: Accounts): AccountRoutes {
  return guarded(routes, accounts, ({ isSample }) => !isSample);
}

function guarded(routes: Hono<RequestEnv>, accounts: Accounts, mayEnter: (who: SignedIn) => boolean): AccountRoutes {
  const guard = (answer: Answer) => (c: RequestContext) => {
    const who = c.get("signedIn");
    if (who === undefined || !mayEnter(who)) return refusePage(c);
    c.header("Cache-Control", "no-store");
    return answer(c, accounts, who);
  };
  return {
    get: (path, answer) => void routes.get(path, guard(answer)),
    post: (path, answer) => void routes.post(path, guard(answer)),
  };
}
