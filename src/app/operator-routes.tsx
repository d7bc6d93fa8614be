/** The one-time link that `npm start` prints becomes a session; and the way out of editing. */
import { Hono } from "hono";
import {
  type Database,
  endSession,
  hasAccounts,
  type RequestEnv,
  redeemInvitation,
  setSessionCookie,
} from "../platform/index.ts";
import { officeFor, pathIn, renderPage } from "../ui/index.ts";

import { OperatorPage } from "./operator-page.tsx";

export function operatorRoutes({ database }: Readonly<{ database: Database }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/operator", async (c) => {
    c.header("Cache-Control", "no-store");
    const lang = c.get("lang");
    const token = c.req.query("token");
    const page = <OperatorPage lang={lang} office={officeFor(c.get("actor"), lang)} refused={token !== undefined} />;
    if (token === undefined) return renderPage(c, page);
    const session = await redeemInvitation(database, token, { requestId: c.get("requestId") });
    if (session === undefined) return renderPage(c, page, 403);
    setSessionCookie(c, session);
    return c.redirect(pathIn(lang, (await hasAccounts(database)) ? "/imports" : "/setup"), 303);
  });
  routes.post("/operator/leave", async (c) => {
    await endSession(database, c);
    c.header("Clear-Site-Data", '"cache"');
    return c.redirect(pathIn(c.get("lang"), "/"), 303);
  });
  return routes;
}
