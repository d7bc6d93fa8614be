/** The office's pages, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import type { Database, RequestEnv } from "../platform/index.ts";
import { permissionRoutes } from "./permissions/permission-routes.tsx";

export type OfficeParts = Readonly<{ database: Database }>;

export function officeRoutes(_parts: OfficeParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.route("/", permissionRoutes());
  return routes;
}
