/** Guards pages of one's own account: the public is shown the way in; nobody keeps a copy of what they show. */
import type { RequestContext, SignedIn } from "../../platform/index.ts";
import { refusePage } from "../require-permission.tsx";

type Answer = Response | Promise<Response>;
type Page = (c: RequestContext) => Answer;

export function signedInOnly(answer: (c: RequestContext, who: SignedIn) => Answer): Page {
  return (c) => {
    const who = c.get("signedIn");
    if (who === undefined) return refusePage(c);
    c.header("Cache-Control", "no-store");
    return answer(c, who);
  };
}

/** Sample accounts belong to everybody who tries the sample: nobody changes how they are entered. */
export function ownAccountOnly(answer: (c: RequestContext, who: SignedIn) => Answer): Page {
  return signedInOnly((c, who) => (who.isSample ? refusePage(c) : answer(c, who)));
}
