/** The registry's pages, forms, tables and exports, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import type { RequestEnv } from "../platform/index.ts";
import { contactRoutes } from "./contacts/contact-routes.tsx";
import { counterpartRoutes } from "./counterparts/counterpart-routes.tsx";
import { approvalRoutes } from "./pages/approval/approval-routes.tsx";
import { draftsRoutes } from "./pages/approval/drafts-routes.tsx";
import { changeRoutes } from "./pages/changes/change-routes.tsx";
import { dataRoutes } from "./pages/data/data-routes.tsx";
import { formRoutes } from "./pages/forms/form-routes.tsx";
import { listRoutes } from "./pages/list/list-routes.tsx";
import type { RouteParts } from "./pages/page-context.ts";
import { placeRoutes } from "./pages/places/place-routes.tsx";
import { recordRoutes } from "./pages/record/record-routes.tsx";
import { tableRoutes } from "./pages/tables/table-routes.tsx";
import { promiseRoutes } from "./promises/promise-routes.tsx";

export function registryRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  for (const own of [
    ...[listRoutes, draftsRoutes, dataRoutes, tableRoutes, placeRoutes],
    ...[recordRoutes, formRoutes, changeRoutes, approvalRoutes, promiseRoutes, contactRoutes, counterpartRoutes],
  ]) {
    routes.route("/", own(parts));
  }
  return routes;
}
