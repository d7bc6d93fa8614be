/** The programmes' pages and forms, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import type { RequestEnv } from "../platform/index.ts";
import { gridRoutes } from "./grid/pages/grid-routes.tsx";
import { actRoutes } from "./pages/act/act-routes.tsx";
import { calendarRoutes } from "./pages/calendar/calendar-routes.tsx";
import { checklistRoutes } from "./pages/cycle/checklist-routes.tsx";
import { rollRoutes } from "./pages/cycle/roll-routes.tsx";
import { dataRoutes } from "./pages/data/data-routes.ts";
import { entryRoutes } from "./pages/forms/entry-routes.tsx";
import { factsRoutes } from "./pages/forms/facts-routes.tsx";
import { ledgerRoutes } from "./pages/ledgers/ledger-routes.tsx";
import { listRoutes } from "./pages/list/list-routes.tsx";
import { orderRoutes } from "./pages/order/order-routes.tsx";
import type { RouteParts } from "./pages/page-context.ts";
import { recordRoutes } from "./pages/record/record-routes.tsx";
import { restoreRoutes } from "./pages/record/restore-routes.tsx";
import { matrixRoutes } from "./pages/years/matrix-routes.tsx";
import { reportRoutes } from "./report-routes.tsx";
import { workbookRoutes } from "./template/pages/workbook-routes.tsx";

export function programmeRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  for (const own of [
    ...[listRoutes, dataRoutes, matrixRoutes, recordRoutes, restoreRoutes, reportRoutes, workbookRoutes, gridRoutes],
    ...[factsRoutes, entryRoutes, actRoutes, rollRoutes, orderRoutes, checklistRoutes, calendarRoutes, ledgerRoutes],
  ]) {
    routes.route("/", own(parts));
  }
  return routes;
}
