/**
 * Composition root of the pages: what every request passes, and which slice answers where.
 *
 * Order matters: identity and headers first, then who asks, then the slices, then the pages for what is not there.
 */
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { intakeRoutes } from "../intake/routes.tsx";
import {
  auditDenials,
  auditExports,
  type Database,
  identifyClient,
  identifyRequest,
  LARGEST_FILE_BYTES,
  type RequestEnv,
  recogniseActor,
  routedPath,
  securityHeaders,
  type TrustedProxies,
} from "../platform/index.ts";
import { portalRoutes } from "../portal/routes.tsx";
import { registryRoutes } from "../registry/routes.tsx";
import { configureSite, GalleryPage, renderPage } from "../ui/index.ts";
import type { Assets } from "./assets.ts";
import { faultPage, notFoundPage, refusedPage } from "./error-pages.tsx";
import { health } from "./health.ts";
import { operatorRoutes } from "./operator-routes.tsx";
import { officePlaces, places } from "./places.ts";

export type ApplicationParts = Readonly<{ database: Database; assets: Assets; trustedProxies?: TrustedProxies }>;

/** Multipart adds a little around the file itself. */
const LARGEST_BODY_BYTES = LARGEST_FILE_BYTES + 1024 * 1024;
const YEAR_SECONDS = 31_536_000;

export function createApplication({ database, assets, trustedProxies }: ApplicationParts): Hono<RequestEnv> {
  configureSite({ places, officePlaces, manifest: assets.manifest });
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(identifyClient(trustedProxies), identifyRequest(), securityHeaders());
  application.get("/healthz", health(database));
  serveAssets(application, assets);
  application.use(
    recogniseActor(database),
    csrf(),
    bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: refusedPage(413) }),
  );
  application.use(keepPagesPrivate, auditDenials(database), auditExports(database));
  application.get("/styleguide", (c) => renderPage(c, <GalleryPage lang={c.get("lang")} path={c.req.path} />));
  application.route("/", operatorRoutes({ database }));
  application.route("/", portalRoutes({ database }));
  application.route("/", registryRoutes({ database }));
  application.route("/", intakeRoutes({ database }));
  application.notFound(notFoundPage);
  application.onError((error, c) =>
    error instanceof HTTPException ? refusedPage(error.status)(c) : faultPage(error, c),
  );
  return application;
}

/** Hashed names never change their content; the rest (favicon) is asked for again. */
function serveAssets(application: Hono<RequestEnv>, { folder }: Assets): void {
  application.use(
    "/assets/*",
    serveStatic({
      root: folder,
      onFound: (_path, c) => {
        c.header("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`);
      },
    }),
  );
  application.use("/favicon.svg", serveStatic({ root: folder }));
}

/** What an operator sees differs from what the public sees at the same address. */
const keepPagesPrivate: Parameters<Hono<RequestEnv>["use"]>[1] = async (c, next) => {
  await next();
  c.header("Vary", "Cookie", { append: true });
  if (c.res.headers.get("Cache-Control") === null) c.header("Cache-Control", "private, no-cache");
};
