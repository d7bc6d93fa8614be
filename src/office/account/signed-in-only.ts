/** Guards pages of one's own account: the public is shown the way in; nobody keeps a copy of what they show. */
import type { Handler } from "hono";
import type { RequestContext, RequestEnv, SignedIn } from "../../platform/index.ts";
import { refusePage } from "../require-permission.tsx";

type Answer = Response | Promise<Response>;

export function signedInOnly(answer: (c: RequestContext, who: SignedIn) => Answer): Handler<RequestEnv> {
  return (c) => {
    const who = c.get("signedIn");
    if (who === undefined) return refusePage(c);
    c.header("Cache-Control", "no-store");
    return answer(c, who);
  };
}

/** Sample accounts belong to everybody who tries the sample: nobody changes how they are entered. */
export function ownAccountOnly(answer: (c: RequestContext, who: SignedIn) => Answer): Handler<RequestEnv> {
  return signedInOnly((c, who) => (who.isSample ? refusePage(c) : answer(c, who)));
}
