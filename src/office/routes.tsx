/** The office's pages, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import type { Accounts, Database, RequestEnv } from "../platform/index.ts";
import { accountRoutes } from "./account/account-routes.tsx";
import { bodyRoutes, type FindGovernments } from "./bodies/body-routes.tsx";
import { inviteRoutes } from "./members/invite-routes.tsx";
import { memberRoutes } from "./members/member-routes.tsx";
import { permissionRoutes } from "./permissions/permission-routes.tsx";
import { signInRoutes } from "./sign-in/sign-in-routes.tsx";

export type OfficeParts = Readonly<{ database: Database; accounts: Accounts; findGovernments: FindGovernments }>;

export function officeRoutes(parts: OfficeParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.route("/", signInRoutes(parts));
  routes.route("/", accountRoutes(parts));
  routes.route("/", bodyRoutes(parts));
  routes.route("/", inviteRoutes(parts));
  routes.route("/", memberRoutes(parts));
  routes.route("/", permissionRoutes());
  return routes;
}
