/** One's own account. Who is not signed in is shown the way in; the operator of the start's link has no account. */
import { Hono } from "hono";
import {
  type Accounts,
  type Database,
  type RequestContext,
  type RequestEnv,
  readForm,
  type SignedIn,
  switchBody,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { refusePage } from "../require-permission.tsx";
import { askingOf, goTo } from "../sign-in/asking.ts";
import { AccountPage } from "./account-page.tsx";

export type AccountPageParts = Readonly<{ database: Database; accounts: Accounts }>;
type Answer = Response | Promise<Response>;

export function accountRoutes(parts: AccountPageParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/account", signedInOnly(showAccount));
  routes.post(
    "/account/body",
    signedInOnly((c, who) => takeBody(c, parts, who)),
  );
  return routes;
}

function signedInOnly(answer: (c: RequestContext, who: SignedIn) => Answer): (c: RequestContext) => Answer {
  return (c) => {
    const who = c.get("signedIn");
    if (who === undefined) return refusePage(c);
    c.header("Cache-Control", "no-store");
    return answer(c, who);
  };
}

function showAccount(c: RequestContext, who: SignedIn): Answer {
  return renderPage(c, <AccountPage page={officePage(c)} who={who} />);
}

async function takeBody(c: RequestContext, { accounts }: AccountPageParts, who: SignedIn): Promise<Response> {
  const form = await readForm(c);
  const isDone = await switchBody(accounts, who, String(form.get("body") ?? ""), askingOf(c));
  return isDone ? goTo(c, "/account") : refusePage(c);
}
