/**
 * Composition root of the pages: what every request passes, and which slice answers where.
 *
 * Order matters: identity and headers first, then who asks, then the slices, then the pages for what is not there.
 */
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { importsInAudit } from "../intake/index.ts";
import { intakeRoutes } from "../intake/routes.tsx";
import type { OfficeJobs } from "../office/index.ts";
import { officeRoutes } from "../office/routes.tsx";
import {
  type Accounts,
  allowMethods,
  auditDenials,
  auditExports,
  type Database,
  identifyClient,
  identifyRequest,
  keepPagesPrivate,
  limitBodies,
  logRequests,
  type RequestEnv,
  recogniseActor,
  refuseNulInAddress,
  refuseOtherSites,
  routedPath,
  securityHeaders,
  type TrustedProxies,
  type WriteLine,
} from "../platform/index.ts";
import { portalRoutes } from "../portal/routes.tsx";
import {
  programmesInAudit,
  programmesInHandover,
  programmesInOpenData,
  programmesOfAgreements,
} from "../programmes/index.ts";
import { programmeRoutes } from "../programmes/routes.tsx";
import { agreementsInAudit, agreementsInHandover, counterpartsInAudit } from "../registry/index.ts";
import { registryRoutes } from "../registry/routes.tsx";
import { configureSite, GalleryPage, renderPage } from "../ui/index.ts";
import type { Assets } from "./assets.ts";
import { faultPage, notFoundPage, refusedPage } from "./error-pages.tsx";
import { findGovernments } from "./find-governments.ts";
import { health } from "./health.ts";
import { contributedDrafts } from "./layouts.ts";
import { operatorRoutes } from "./operator-routes.tsx";
import { places } from "./places.ts";

export type ApplicationParts = Readonly<{
  database: Database;
  accounts: Accounts;
  jobs?: OfficeJobs;
  assets: Assets;
  trustedProxies?: TrustedProxies;
  /** One JSON line for each request; without it none is written. */
  log?: WriteLine;
}>;

const YEAR_SECONDS = 31_536_000;

export function createApplication({
  database,
  accounts,
  jobs,
  assets,
  trustedProxies,
  log,
}: ApplicationParts): Hono<RequestEnv> {
  configureSite({ places, manifest: assets.manifest });
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(identifyClient(trustedProxies), identifyRequest());
  if (log !== undefined) application.use(logRequests(log));
  application.use(securityHeaders(), allowMethods(), refuseNulInAddress());
  application.get("/healthz", health(database));
  serveAssets(application, assets);
  application.use(recogniseActor(accounts), keepPagesPrivate(), auditDenials(database), auditExports(database));
  application.use(refuseOtherSites(), limitBodies());
  application.get("/styleguide", (c) => renderPage(c, <GalleryPage lang={c.get("lang")} path={c.req.path} />));
  application.route("/", operatorRoutes({ database }));
  const auditRecords = [agreementsInAudit, counterpartsInAudit, importsInAudit, programmesInAudit];
  const handoverProviders = [agreementsInHandover, programmesInHandover];
  application.route("/", officeRoutes({ database, accounts, findGovernments, jobs, auditRecords, handoverProviders }));
  application.route("/", portalRoutes({ database }));
  application.route(
    "/",
    registryRoutes({ database, linked: programmesOfAgreements, openData: [programmesInOpenData] }),
  );
  application.route("/", intakeRoutes({ database, contributed: contributedDrafts }));
  application.route("/", programmeRoutes({ database }));
  application.notFound(notFoundPage);
  application.onError((error, c) =>
    error instanceof HTTPException ? refusedPage(error.status)(c) : faultPage(error, c),
  );
  return application;
}

/** Hashed names never change their content; the rest (favicon) is asked for again. */
function serveAssets(application: Hono<RequestEnv>, { folder }: Assets): void {
  application.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`);
  });
  application.use("/assets/*", serveStatic({ root: folder }));
  application.use("/favicon.svg", serveStatic({ root: folder }));
}
