/** Pages of imports, for members who may import, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import { requirePermission } from "../office/index.ts";
import type { RequestEnv } from "../platform/index.ts";
import { documentRoutes } from "./pages/document-routes.tsx";
import { draftRoutes } from "./pages/draft-routes.tsx";
import type { RouteParts } from "./pages/refuse.tsx";

export function intakeRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/imports", requirePermission("import.work"));
  routes.use("/imports/*", requirePermission("import.work"));
  routes.route("/", documentRoutes(parts));
  routes.route("/", draftRoutes(parts));
  return routes;
}
